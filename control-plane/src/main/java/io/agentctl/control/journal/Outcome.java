package io.agentctl.control.journal;

import java.util.List;
import java.util.Map;

/**
 * What an action found or made.
 *
 * @param values kept in the journal for later steps, such as {@code taskDefinition}
 * @param verified false if there was nothing to see the effect on
 * @param next steps that are to follow this one, before those that were to follow: what has to be done is at times
 *     known only once something was looked at. Their names differ from those of all others
 */
public record Outcome(Map<String, String> values, boolean verified, List<Step> next) {

    /** Under which name {@link #unseen} is kept. */
    public static final String UNSEEN = "unseen";

    public Outcome {
        values = Map.copyOf(values);
        next = List.copyOf(next);
    }

    public Outcome(Map<String, String> values, boolean verified) {
        this(values, verified, List.of());
    }

    /** There is more to do than was known. */
    public static Outcome followedBy(List<Step> next) {
        return new Outcome(Map.of(), true, next);
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
