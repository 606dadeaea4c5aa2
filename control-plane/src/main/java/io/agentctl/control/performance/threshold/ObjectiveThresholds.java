package io.agentctl.control.performance.threshold;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Objectives of the project as thresholds: {@code slo:api-latency}. A load test is judged by the figure that an
 * objective promises, not by the share of a month in which it holds.
 *
 * @param objectives of the project, read when one is named
 */
public record ObjectiveThresholds(Supplier<List<Objective>> objectives) {

    /** What such a threshold begins with. */
    public static final String PREFIX = "slo:";

    /**
     * Reads a threshold, an objective's or another.
     *
     * @param source where it was written, for messages
     * @param code of mistakes
     * @throws AgentctlException of that code for a name that no objective has, or one that promises what a load test
     *     does not measure
     */
    public Threshold parse(String text, String source, ErrorCode code) {
        if (!text.startsWith(PREFIX)) {
            return ThresholdParser.parse(text, source, code);
        }
        String name = text.substring(PREFIX.length()).strip();
        Objective objective = named(name, source, code);
        String expression = expression(objective)
                .orElseThrow(() -> new AgentctlException(
                        code,
                        source + ": objective " + name + " (" + objective.position()
                                + ") promises what a load test does not measure",
                        "Percentiles, means and maxima of a latency and shares of errors are measured."));
        return ThresholdParser.parse(expression, text.strip(), ErrorCode.BAD_DOCUMENT);
    }

    private Objective named(String name, String source, ErrorCode code) {
        List<Objective> known = objectives.get();
        return known.stream()
                .filter(objective -> objective.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = known.stream().map(Objective::name).toList();
                    String near = Suggestions.sentence(name, names);
                    return new AgentctlException(
                            code,
                            source + ": there is no objective '" + name + "'",
                            near.isEmpty() ? "There are " + String.join(", ", names) + "." : near);
                });
    }

    private static Optional<String> expression(Objective objective) {
        return switch (objective.indicator()) {
            case Indicator.Ratio ignored -> Optional.of("errors<=" + plain((1 - objective.target()) * 100) + "%");
            case Indicator.Threshold threshold ->
                figure(threshold.figure().statistic().awsName())
                        .map(figure -> figure
                                + threshold.good().symbol()
                                + plain(threshold.limit())
                                + (threshold
                                                .figure()
                                                .unit()
                                                .filter("Seconds"::equals)
                                                .isPresent()
                                        ? "s"
                                        : "ms"));
        };
    }

    private static Optional<String> figure(String statistic) {
        return switch (statistic) {
            case "Average" -> Optional.of("mean");
            case "Maximum" -> Optional.of("max");
            case "Minimum" -> Optional.of("min");
            default -> statistic.matches("p\\d.*") ? Optional.of(statistic) : Optional.empty();
        };
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(Math.round(number * 1e6), 6)
                .stripTrailingZeros()
                .toPlainString();
    }
}
