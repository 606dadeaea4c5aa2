package io.agentctl.runtime.backend;

import java.time.Instant;
import java.util.Map;

/**
 * One request for a back end.
 *
 * @param intent what is asked for
 * @param body a JSON object with {@code intent} and {@code context}, UTF-8, as it goes out
 * @param context where the value of {@code context} stands in it
 * @param headers what is passed on: {@code traceparent}, {@code tracestate}, {@code x-request-id}
 * @param deadline when the caller gives up; no attempt is started after it
 */
// Bytes that came from a socket and go to one: a copy or a wrapper would cost, and nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
public record BackendCall(String intent, byte[] body, Span context, Map<String, String> headers, Instant deadline) {}
