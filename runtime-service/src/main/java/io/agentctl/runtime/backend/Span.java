package io.agentctl.runtime.backend;

/**
 * Where something stands in a body.
 *
 * @param start of its first byte
 * @param end after its last byte
 */
public record Span(int start, int end) {

    /** It is not there. */
    public static final Span NONE = new Span(0, 0);

    /** Whether it is not there. */
    public boolean isEmpty() {
        return start == end;
    }
}
