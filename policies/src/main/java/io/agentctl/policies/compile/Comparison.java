package io.agentctl.policies.compile;

import java.util.Optional;

/** The six comparisons, and how people are told where the other side must be. */
enum Comparison {
    LESS("_<_", "<"),
    LESS_OR_EQUAL("_<=_", "<="),
    GREATER("_>_", ">"),
    GREATER_OR_EQUAL("_>=_", ">="),
    EQUAL("_==_", "=="),
    NOT_EQUAL("_!=_", "!=");

    private final String function;
    private final String sign;

    Comparison(String function, String sign) {
        this.function = function;
        this.sign = sign;
    }

    static Optional<Comparison> of(String function) {
        for (Comparison comparison : values()) {
            if (comparison.function.equals(function)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    String sign() {
        return sign;
    }

    /** True exactly where this one is false. */
    Comparison negated() {
        return switch (this) {
            case LESS -> GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER;
            case GREATER -> LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> LESS;
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
        };
    }

    /** The same with its sides exchanged. */
    Comparison mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> NOT_EQUAL;
        };
    }

    /** Where a value makes it true, as in {@code at 8000 or less}. */
    String place(Object limit, boolean integers) {
        boolean exact = integers && limit instanceof Long;
        return switch (this) {
            case LESS -> exact ? "at " + ((Long) limit - 1) + " or less" : "below " + Literals.text(limit);
            case LESS_OR_EQUAL -> "at " + Literals.text(limit) + " or less";
            case GREATER -> exact ? "at " + ((Long) limit + 1) + " or more" : "above " + Literals.text(limit);
            case GREATER_OR_EQUAL -> "at " + Literals.text(limit) + " or more";
            case EQUAL -> "at " + Literals.text(limit);
            case NOT_EQUAL -> "at anything but " + Literals.text(limit);
        };
    }
}
