package io.agentctl.policies.testing;

/** What was changed about a policy to see whether its tests notice. */
public enum Mutation {
    /** A comparison was moved by its edge ({@code >} to {@code >=}) or turned round ({@code >} to {@code <=}). */
    COMPARISON,
    /** {@code &&} became {@code ||}, or the other way round. */
    CONNECTIVE,
    /** A negation was taken away or put in. */
    NEGATION,
    /** A number in an expression was moved: by one, or by a tenth if it has decimals. */
    THRESHOLD,
    /** The default of a parameter was moved, or lost an element. */
    PARAMETER,
    /** A rule that allows denies, or the other way round. */
    EFFECT,
    /** A rule was taken away. */
    RULE_REMOVED,
    /** An exception was taken away. */
    EXCEPTION_REMOVED
}
