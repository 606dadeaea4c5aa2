package io.agentctl.policies.document;

/**
 * A stretch of a text.
 *
 * @param start position of its first character
 * @param from index of its first code point
 * @param to index after its last code point
 */
record Span(SourcePosition start, int from, int to) {}
