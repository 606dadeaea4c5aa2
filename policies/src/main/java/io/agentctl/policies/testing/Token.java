package io.agentctl.policies.testing;

/**
 * A token of an expression.
 *
 * @param start where it starts in the expression, from 0
 */
record Token(TokenKind kind, String text, int start) {

    int end() {
        return start + text.length();
    }

    boolean is(String operator) {
        return kind == TokenKind.OPERATOR && text.equals(operator);
    }
}
