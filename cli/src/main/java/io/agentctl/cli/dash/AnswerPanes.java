package io.agentctl.cli.dash;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.chart.Chart;
import io.agentctl.cli.output.chart.Curve;
import io.agentctl.cli.output.chart.Threshold;
import io.agentctl.cli.output.chart.TimeAxis;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.Curves.Answers;
import io.agentctl.control.overview.History;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How fast the runtime answers, how often, and how often it fails. */
final class AnswerPanes {

    private static final Tone P50 = Tone.FAINT;
    private static final Tone P95 = Tone.ACCENT;
    private static final Tone P99 = Tone.STRONG;
    private static final double PERCENT = 100;
    /** Panes of fewer columns leave out words. */
    private static final int TIGHT = 32;

    private AnswerPanes() {}

    static List<StyledLine> response(Scene scene, int columns, int rows) {
        return painted(scene, rows, curves -> {
            Answers answers = curves.answers();
            List<Limit> limits = Limit.ofResponseTimes(scene);
            StyledLine figures = percentile("p50", answers.p50(), P50, limits)
                    .plus(" ")
                    .plus(percentile("p95", answers.p95(), P95, limits))
                    .plus(" ")
                    .plus(percentile("p99", answers.p99(), P99, limits))
                    .plus(columns < TIGHT ? "" : " ms");
            if (columns > Screen.NARROW) {
                for (Limit limit : limits) {
                    figures = figures.plus(
                            Tone.WARNING, ", promised " + limit.statistic() + " " + limit.words(Numbers::compact));
                }
                figures = figures.plus(
                        Tone.FAINT,
                        ", governance " + Numbers.known(answers.decision().latest(), Numbers::millis));
                StyledLine highest = StyledLine.of(
                        Tone.FAINT,
                        ", p99 at most " + Numbers.known(answers.p99().highest(), Numbers::compact));
                figures = figures.width() + highest.width() <= columns ? figures.plus(highest) : figures;
            }
            return with(
                    figures,
                    chart(
                            curves,
                            scene,
                            columns,
                            rows - 1,
                            Numbers::compact,
                            thresholds(limits),
                            Curve.line(answers.p50().series(), P50),
                            Curve.line(answers.p95().series(), P95),
                            Curve.line(answers.p99().series(), P99)));
        });
    }

    /** A figure in the tone of its curve, or else of what breaks a promise. */
    private static StyledLine percentile(String name, History history, Tone tone, List<Limit> limits) {
        boolean broken =
                limits.stream().anyMatch(limit -> limit.statistic().equals(name) && limit.brokenBy(history.latest()));
        return StyledLine.of(broken ? Tone.BAD : tone, name + " " + Numbers.known(history.latest(), Numbers::compact));
    }

    static List<StyledLine> throughput(Scene scene, int columns, int rows) {
        return painted(scene, rows, curves -> {
            History perMinute = curves.answers().perMinute();
            List<Limit> limits = Limit.ofThroughput(scene);
            StyledLine figures = figure(perMinute.latest(), limits, Numbers::compact)
                    .plus(columns < TIGHT ? "/min" : " a minute")
                    .plus(Tone.FAINT, ", at most " + Numbers.known(perMinute.highest(), Numbers::compact))
                    .plus(promised(limits, columns, Numbers::compact));
            return with(
                    figures,
                    chart(
                            curves,
                            scene,
                            columns,
                            rows - 1,
                            Numbers::compact,
                            thresholds(limits),
                            Curve.area(perMinute.series(), Tone.ACCENT)));
        });
    }

    static List<StyledLine> failures(Scene scene, int columns, int rows) {
        return painted(scene, rows, curves -> {
            History failed = curves.answers().failed();
            Series percent = scaled(failed);
            List<Limit> limits = Limit.ofFailures(scene);
            OptionalDouble latest = failed.latest().isPresent()
                    ? OptionalDouble.of(failed.latest().getAsDouble() * PERCENT)
                    : OptionalDouble.empty();
            // Without a promise any failure is one too many.
            List<Limit> bounds = limits.isEmpty() ? List.of(new Limit("", 0, true)) : limits;
            StyledLine figures = figure(latest, bounds, Numbers::percent)
                    .plus(columns < TIGHT ? "" : " of answers")
                    .plus(Tone.FAINT, ", at most " + Numbers.known(failed.highest(), Numbers::share))
                    .plus(promised(limits, columns, Numbers::percent));
            return with(
                    figures,
                    chart(
                            curves,
                            scene,
                            columns,
                            rows - 1,
                            Numbers::percent,
                            thresholds(limits),
                            Curve.area(percent, Tone.BAD)));
        });
    }

    private static StyledLine figure(OptionalDouble value, List<Limit> limits, DoubleFunction<String> number) {
        boolean broken = limits.stream().anyMatch(limit -> limit.brokenBy(value));
        return StyledLine.of(broken ? Tone.BAD : Tone.STRONG, Numbers.known(value, number));
    }

    /** In wide panes, what the dashed lines are. */
    private static StyledLine promised(List<Limit> limits, int columns, DoubleFunction<String> number) {
        return columns <= Screen.NARROW || limits.isEmpty()
                ? StyledLine.EMPTY
                : StyledLine.of(
                        Tone.WARNING,
                        ", promised "
                                + limits.stream()
                                        .map(limit -> limit.words(number))
                                        .collect(Collectors.joining(", ")));
    }

    private static List<Threshold> thresholds(List<Limit> limits) {
        return limits.stream().map(Limit::drawn).toList();
    }

    /** A chart over the whole range, whatever part of it a series covers. */
    static List<StyledLine> chart(
            Curves curves,
            Scene scene,
            int columns,
            int rows,
            DoubleFunction<String> number,
            List<Threshold> thresholds,
            Curve... drawn) {
        TimeAxis time = new TimeAxis(curves.from(), curves.to(), scene.look().zone());
        return new Chart(time, List.of(drawn), thresholds, number)
                .lines(columns, rows, scene.look().theme(), scene.look().alphabet());
    }

    private static Series scaled(History shares) {
        double[] values = shares.series().toArray();
        for (int index = 0; index < values.length; index++) {
            values[index] *= PERCENT;
        }
        return Series.of(shares.start(), shares.period(), values);
    }

    private static List<StyledLine> painted(Scene scene, int rows, Function<Curves, List<StyledLine>> painter) {
        return rows < 1 ? List.of() : scene.snapshot().curves().get(painter).orElse(List.of());
    }

    private static List<StyledLine> with(StyledLine first, List<StyledLine> rest) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(first);
        lines.addAll(rest);
        return lines;
    }
}
