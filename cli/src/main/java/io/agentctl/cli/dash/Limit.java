package io.agentctl.cli.dash;

import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.chart.Threshold;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.slo.report.ObjectiveReport.Line;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an objective promises of a figure that has a chart.
 *
 * @param statistic such as {@code p95}
 * @param value in the chart's unit
 * @param higherIsWorse whether figures over it are bad, or those under it
 */
record Limit(String statistic, double value, boolean higherIsWorse) {

    private static final String COUNT = "SampleCount";
    private static final double WHOLE = 100;

    /** Of how long answers take, in milliseconds. */
    static List<Limit> ofResponseTimes(Scene scene) {
        return lines(scene, "ResponseTime", statistic -> !statistic.equals(COUNT) && !statistic.equals("Sum"))
                .map(line -> of(line, value -> value))
                .distinct()
                .toList();
    }

    /** Of how many answers there are a minute. */
    static List<Limit> ofThroughput(Scene scene) {
        return lines(scene, "ResponseTime", COUNT::equals)
                .map(line -> of(
                        line,
                        value -> value
                                * Duration.ofMinutes(1).toSeconds()
                                / line.period().toSeconds()))
                .distinct()
                .toList();
    }

    /** Of the share of answers that are failures, in percent. */
    static List<Limit> ofFailures(Scene scene) {
        return lines(scene, "ErrorRate", Line.SHARE::equals)
                .map(line ->
                        new Limit(line.statistic(), line.higherIsWorse() ? line.limit() : WHOLE - line.limit(), true))
                .distinct()
                .toList();
    }

    private static Stream<Line> lines(Scene scene, String metric, Predicate<String> statistic) {
        String name = scene.snapshot().project() + "/API " + metric;
        return scene.snapshot().objectives().value().stream()
                .flatMap(List::stream)
                .map(ObjectiveReport::line)
                .filter(line -> line.metric().equals(name) && statistic.test(line.statistic()));
    }

    private static Limit of(Line line, DoubleUnaryOperator unit) {
        return new Limit(line.statistic(), unit.applyAsDouble(line.limit()), line.higherIsWorse());
    }

    boolean brokenBy(OptionalDouble figure) {
        return figure.isPresent() && (higherIsWorse ? figure.getAsDouble() > value : figure.getAsDouble() < value);
    }

    Threshold drawn() {
        return new Threshold(value, Tone.WARNING);
    }

    /** {@code < 500}, {@code > 1k}. */
    String words(DoubleFunction<String> number) {
        return (higherIsWorse ? "< " : "> ") + number.apply(value);
    }
}
