package io.agentctl.policies.testing;

import io.agentctl.policies.document.SourcePosition;

/**
 * A policy that differs from the original in one place.
 *
 * @param pointer of what was changed in the document, such as {@code /spec/rules/2/when}
 * @param position of the change in the file
 * @param original the text that was changed: an expression, a value, a rule's id
 * @param mutated what it became; empty for what was taken away
 * @param hint which case would notice
 */
public record Mutant(
        Mutation mutation,
        String file,
        String pointer,
        SourcePosition position,
        String original,
        String mutated,
        String hint) {

    /** As reports write it: {@code file:line:column: original → mutated}. */
    public String text() {
        String change = mutated.isEmpty() ? original + " taken away" : original + " → " + mutated;
        return "%s:%d:%d: %s".formatted(file, position.line(), position.column(), change);
    }
}
