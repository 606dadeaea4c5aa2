package io.agentctl.policies.document;

/**
 * One difference between two policies.
 *
 * @param what it is about, in words such as {@code rule too-many: when}
 * @param from what it was, as a document writes it; empty where it was not there
 * @param to what it is now; empty where it is gone
 */
public record DocumentChange(Kind kind, Weight weight, String what, String from, String to) {

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Rules of one effect in another order: which of several denials is told to the caller. */
        REORDERED
    }

    /** Whether it can change an answer. */
    public enum Weight {
        /** Requests may be decided otherwise. */
        DECISION,
        /** The same requests pass, and callers or logs may be told something else. */
        TALK,
        /** Nothing that a caller or a log could show: owner, descriptions, tests. */
        NOTE
    }

    /** A line such as {@code ~ parameter max_tokens: 8000 → 6000}. */
    public String text() {
        return switch (kind) {
            case ADDED -> "+ " + what + (to.isEmpty() ? "" : ": " + to);
            case REMOVED -> "- " + what + (from.isEmpty() ? "" : ": " + from);
            case CHANGED, REORDERED -> "~ " + what + ": " + shown(from) + " → " + shown(to);
        };
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(nothing)" : value;
    }
}
