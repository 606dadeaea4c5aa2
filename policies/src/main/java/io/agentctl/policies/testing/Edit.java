package io.agentctl.policies.testing;

/**
 * A change to the text of an expression.
 *
 * @param start the first character that is replaced, from 0
 * @param end after the last one
 * @param replacement what stands there instead
 * @param hint which case would notice
 */
record Edit(Mutation mutation, int start, int end, String replacement, String hint) {

    String applyTo(String expression) {
        return expression.substring(0, start) + replacement + expression.substring(end);
    }
}
