package io.agentctl.policies.document;

/** How YAML writes a value. */
public enum ScalarStyle {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** A block after {@code |}, whose lines are kept. */
    LITERAL,
    /** A block after {@code >}, whose lines are joined. */
    FOLDED
}
