package io.agentctl.alarm.math;

/** An expression that cannot be read or makes no sense, with the place of the fault. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String expression;
    private final int column;

    ExpressionException(int column, String message) {
        this("", column, message);
    }

    private ExpressionException(String expression, int column, String message) {
        super(message);
        this.expression = expression;
        this.column = column;
    }

    /** The same, of the expression with an identifier. */
    ExpressionException of(String id) {
        return new ExpressionException(id, column, getMessage());
    }

    /** The identifier of the expression; empty where there is only one. */
    public String expression() {
        return expression;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
