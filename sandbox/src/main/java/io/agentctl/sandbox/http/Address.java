package io.agentctl.sandbox.http;

import io.agentctl.sandbox.protocol.WireProtocol;

/**
 * What a request addresses.
 *
 * @param service the service's signing name
 * @param operation the operation's name; may be one that the service does not have
 * @param protocol how the answer is to be written
 */
record Address(String service, String operation, WireProtocol protocol) {}
