package io.agentctl.policies.document;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record SourcePosition(int line, int column) {

    public static final SourcePosition START = new SourcePosition(1, 1);
}
