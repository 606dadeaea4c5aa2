package io.agentctl.sandbox.http;

import io.agentctl.sandbox.protocol.ByteSink;
import java.util.Map;

/**
 * An answer to be sent.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body its body
 */
record Reply(int status, Map<String, String> headers, ByteSink body) {
    static Reply of(int status, String contentType, String text) {
        ByteSink body = new ByteSink();
        body.utf8(text);
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }
}
