package io.agentctl.runtime.dispatch;

import io.agentctl.runtime.backend.Span;
import java.util.Map;

/**
 * What a caller asks for.
 *
 * @param intent 1 to 128 characters
 * @param context what it states: JSON values as String, Long, Double, Boolean, List, Map and null; never changed
 * @param body the bytes it came in, which go out to the back end as they are
 * @param contextAt where the value of {@code context} stands in it
 */
// Bytes that came from a socket and go to one: a copy or a wrapper would cost, and nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
public record DispatchRequest(String intent, Map<String, Object> context, byte[] body, Span contextAt) {}
