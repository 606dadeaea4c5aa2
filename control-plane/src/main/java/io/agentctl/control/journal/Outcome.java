package io.agentctl.control.journal;

import java.util.Map;

/**
 * What an action found or made.
 *
 * @param values kept in the journal for later steps, such as {@code taskDefinition}
 * @param verified false if there was nothing to see the effect on
 */
public record Outcome(Map<String, String> values, boolean verified) {

    public Outcome {
        values = Map.copyOf(values);
    }

    public static Outcome done() {
        return new Outcome(Map.of(), true);
    }

    public static Outcome with(String name, String value) {
        return new Outcome(Map.of(name, value), true);
    }

    /** Applied, but nothing proves it. */
    public static Outcome unverified() {
        return new Outcome(Map.of(), false);
    }
}
