package io.agentctl.cli.lambda;

import io.agentctl.control.race.Objective;
import java.time.Duration;
import java.util.Optional;

/** Reads what the best size is to be best at. */
final class Strategies {

    private static final String BALANCED = "balanced";
    private static final String SLO = "slo";
    private static final double NANOS_PER_MS = 1e6;

    private Strategies() {}

    /**
     * Reads a strategy.
     *
     * @param p95 the target that {@code slo} needs, and no other may have
     * @throws IllegalArgumentException saying what is wrong
     */
    static Objective parse(String text, Optional<Duration> p95) {
        if (text.equals(SLO)) {
            return new Objective.Slo(p95.map(Strategies::millis)
                    .orElseThrow(() ->
                            new IllegalArgumentException("--strategy slo needs its target: --p95 500ms, for example")));
        }
        if (p95.isPresent()) {
            throw new IllegalArgumentException("--p95 goes with --strategy slo, not with " + text);
        }
        return switch (text) {
            case "cost" -> new Objective.Cost();
            case "speed" -> new Objective.Speed();
            case BALANCED -> new Objective.Balanced(Objective.Balanced.DEFAULT_WEIGHT);
            default -> new Objective.Balanced(weight(text));
        };
    }

    private static double millis(Duration target) {
        return target.toNanos() / NANOS_PER_MS;
    }

    private static double weight(String text) {
        String prefix = BALANCED + ":";
        String number = text.startsWith(prefix) ? text.substring(prefix.length()) : "";
        if (!number.matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
            throw new IllegalArgumentException(
                    "a strategy is cost, speed, balanced, balanced:0.7 (the weight of the cost, 0 to 1) or slo, not \""
                            + text + "\"");
        }
        return Double.parseDouble(number);
    }
}
