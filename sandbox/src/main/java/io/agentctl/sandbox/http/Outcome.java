package io.agentctl.sandbox.http;

/**
 * What came of a call, before anything is lost.
 *
 * @param reply the answer
 * @param resource what the call was about; may be empty
 */
record Outcome(Reply reply, String resource) {}
