package io.agentctl.alarm.math;

/** What stands between two operands; comparisons and logic give 1 for true and 0 for false. */
public enum Operator {
    OR("OR", 1),
    AND("AND", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS_OR_EQUAL("<=", 3),
    GREATER_OR_EQUAL(">=", 3),
    LESS("<", 3),
    GREATER(">", 3),
    PLUS("+", 4),
    MINUS("-", 4),
    TIMES("*", 5),
    /** Division by zero gives no data point. */
    DIVIDED_BY("/", 5),
    POWER("^", 6);

    private final String symbol;
    private final int binding;

    Operator(String symbol, int binding) {
        this.symbol = symbol;
        this.binding = binding;
    }

    String symbol() {
        return symbol;
    }

    /** Operators that bind more strongly have the greater number. */
    int binding() {
        return binding;
    }

    /** NaN, for no data point, if an operand is or if the result is no finite number. */
    double apply(double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Double.NaN;
        }
        double result = result(left, right);
        return Double.isFinite(result) ? result : Double.NaN;
    }

    private double result(double left, double right) {
        return switch (this) {
            case OR -> truth(left != 0 || right != 0);
            case AND -> truth(left != 0 && right != 0);
            case EQUAL -> truth(left == right);
            case NOT_EQUAL -> truth(left != right);
            case LESS_OR_EQUAL -> truth(left <= right);
            case GREATER_OR_EQUAL -> truth(left >= right);
            case LESS -> truth(left < right);
            case GREATER -> truth(left > right);
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDED_BY -> left / right;
            case POWER -> Math.pow(left, right);
        };
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }
}
