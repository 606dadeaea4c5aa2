package io.agentctl.runtime.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which trace a request belongs to (W3C Trace Context, level 1).
 *
 * @param traceId 32 hex digits
 * @param spanId of what this runtime does, 16 hex digits
 * @param flags 2 hex digits
 */
record TraceContext(String traceId, String spanId, String flags) {

    private static final int LENGTH = 55;
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);

    /** The caller's trace with a span of our own, or a trace of our own where the caller names none that is valid. */
    static TraceContext continuing(Optional<String> traceparent) {
        return traceparent
                .filter(TraceContext::isValid)
                .map(text ->
                        new TraceContext(text.substring(TRACE, SPAN - 1), newSpan(), text.substring(FLAGS, LENGTH)))
                .orElseGet(() -> new TraceContext(newSpan() + newSpan(), newSpan(), "00"));
    }

    /** As it is passed on. */
    String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static boolean isValid(String text) {
        boolean known = text.startsWith("00-");
        if (known ? text.length() != LENGTH : text.length() < LENGTH || text.startsWith("ff")) {
            return false;
        }
        if (text.length() > LENGTH && text.charAt(LENGTH) != '-') {
            return false;
        }
        for (int index = 0; index < LENGTH; index++) {
            char character = text.charAt(index);
            boolean dash = index == TRACE - 1 || index == SPAN - 1 || index == FLAGS - 1;
            if (dash ? character != '-' : !isHex(character)) {
                return false;
            }
        }
        return !text.startsWith(NO_TRACE, TRACE) && !text.startsWith(NO_SPAN, SPAN);
    }

    /** Upper-case digits are invalid there. */
    private static boolean isHex(char character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    /** Never all zeros, which would be invalid. */
    private static String newSpan() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }
}
