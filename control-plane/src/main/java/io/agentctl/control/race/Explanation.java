package io.agentctl.control.race;

import java.util.Locale;
import java.util.stream.Collectors;

/** A verdict in words. */
final class Explanation {

    private final Race race;
    private final Judgement.Ending ending;
    private final String advised;
    private final double sure;

    private Explanation(Race race, Judgement.Ending ending) {
        this.race = race;
        this.ending = ending;
        this.advised = ending.advised().map(LambdaSize::toString).orElse("no size");
        this.sure = 100 * ending.confidence();
    }

    static String of(Race race, VerdictWord word, Judgement.Ending ending) {
        return new Explanation(race, ending).words(word);
    }

    private String words(VerdictWord word) {
        return switch (word) {
            case DECIDED -> format("With %.0f %% confidence %s %s.", sure, advised, isGood());
            case TIED ->
                format(
                        "%s cannot be told apart: with %.0f %% confidence %s %s. The fastest of those that look alike"
                                + " is advised.",
                        racing(), sure, advised, isGood());
            case LIMIT_REACHED ->
                ending.advised().isEmpty()
                        ? "A limit was reached before any size had enough invocations."
                        : format(
                                "A limit was reached with %d of %d sizes in the race. With a probability of %.0f %% %s"
                                        + " %s.",
                                race.racing().size(), race.measured().size(), sure, advised, isGood());
            case TARGET_MISSED -> format("No size meets the target, with a confidence of %.0f %%.", sure);
            case ALL_FAILED ->
                race.departed().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().reason())
                        .collect(Collectors.joining("; ", "Every size failed. ", "."));
            case RUNNING -> format("Still measuring; so far %s leads.", advised);
        };
    }

    private String isGood() {
        double zone = 100 * race.course().settings().indifferenceZone();
        return switch (race.course().objective()) {
            case Objective.Cost ignored -> format("costs at most %.1f %% more than the cheapest", zone);
            case Objective.Speed ignored -> format("takes at most %.1f %% longer than the fastest", zone);
            case Objective.Balanced ignored -> format("is within %.1f %% of the best balance", zone);
            case Objective.Slo slo ->
                format("is the cheapest, to %.1f %%, whose p95 is at or under %.1f ms", zone, slo.p95Ms());
        };
    }

    private String racing() {
        return race.racing().stream().map(LambdaSize::toString).collect(Collectors.joining(", "));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
