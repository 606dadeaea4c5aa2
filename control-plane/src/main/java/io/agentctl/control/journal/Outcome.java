package io.agentctl.control.journal;

import java.util.Map;

/**
 * What an action found or made.
 *
 * @param values kept in the journal for later steps, such as {@code taskDefinition}
 * @param verified false if there was nothing to see the effect on
 */
public record Outcome(Map<String, String> values, boolean verified) {

    /** Under which name {@link #unseen} is kept. */
    public static final String UNSEEN = "unseen";

    public Outcome {
        values = Map.copyOf(values);
    }

    public static Outcome done() {
        return new Outcome(Map.of(), true);
    }

    public static Outcome with(String name, String value) {
        return new Outcome(Map.of(name, value), true);
    }

    /** Applied, and who was to be seen to follow did not within the time there was. */
    public static Outcome unseen(String what) {
        return new Outcome(Map.of(UNSEEN, what), false);
    }

    /** Applied, but nothing proves it. */
    public static Outcome unverified() {
        return new Outcome(Map.of(), false);
    }
}
