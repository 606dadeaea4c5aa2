package io.agentctl.policies.testing;

import io.agentctl.policies.document.SourcePosition;

/**
 * Which outcomes of a condition some case has seen.
 *
 * @param name the rule's id; for an exception {@code exception to RULE (TICKET)}
 * @param position of the condition in its file
 * @param seenTrue whether the condition was true in some case
 * @param seenFalse whether it was false in some case
 */
public record Coverage(String name, SourcePosition position, boolean seenTrue, boolean seenFalse) {

    /** How many of the two outcomes were seen. */
    public int outcomes() {
        return (seenTrue ? 1 : 0) + (seenFalse ? 1 : 0);
    }

    public boolean complete() {
        return seenTrue && seenFalse;
    }

    /** What no case shows, as reports write it; empty if nothing is missing. */
    public String missing() {
        if (complete()) {
            return "";
        }
        if (seenTrue) {
            return "never false";
        }
        return seenFalse ? "never true" : "never looked at";
    }
}
