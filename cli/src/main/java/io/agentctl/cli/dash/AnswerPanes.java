package io.agentctl.cli.dash;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.chart.Chart;
import io.agentctl.cli.output.chart.Curve;
import io.agentctl.cli.output.chart.TimeAxis;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.Curves.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

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
            StyledLine figures = StyledLine.of(
                            P50, "p50 " + Numbers.known(answers.p50().latest(), Numbers::compact))
                    .plus(P95, " p95 " + Numbers.known(answers.p95().latest(), Numbers::compact))
                    .plus(P99, " p99 " + Numbers.known(answers.p99().latest(), Numbers::compact))
                    .plus(columns < TIGHT ? "" : " ms");
            if (columns > Screen.NARROW) {
                figures = figures.plus(
                        Tone.FAINT,
                        ", p99 at most " + Numbers.known(answers.p99().highest(), Numbers::compact) + "; governance "
                                + Numbers.known(answers.decision().latest(), Numbers::millis));
            }
            return with(
                    figures,
                    chart(
                            curves,
                            scene,
                            columns,
                            rows - 1,
                            Numbers::compact,
                            Curve.line(answers.p50().series(), P50),
                            Curve.line(answers.p95().series(), P95),
                            Curve.line(answers.p99().series(), P99)));
        });
    }

    static List<StyledLine> throughput(Scene scene, int columns, int rows) {
        return painted(scene, rows, curves -> {
            Answers answers = curves.answers();
            StyledLine figures = StyledLine.of(
                            Tone.STRONG, Numbers.known(answers.perMinute().latest(), Numbers::compact))
                    .plus(columns < TIGHT ? "/min" : " a minute")
                    .plus(
                            Tone.FAINT,
                            ", at most " + Numbers.known(answers.perMinute().highest(), Numbers::compact));
            return with(
                    figures,
                    chart(
                            curves,
                            scene,
                            columns,
                            rows - 1,
                            Numbers::compact,
                            Curve.area(answers.perMinute().series(), Tone.ACCENT)));
        });
    }

    static List<StyledLine> failures(Scene scene, int columns, int rows) {
        return painted(scene, rows, curves -> {
            Answers answers = curves.answers();
            boolean failing = answers.failed().latest().orElse(0) > 0;
            StyledLine figures = StyledLine.of(
                            failing ? Tone.BAD : Tone.STRONG,
                            Numbers.known(answers.failed().latest(), Numbers::share))
                    .plus(columns < TIGHT ? "" : " of answers")
                    .plus(
                            Tone.FAINT,
                            ", at most " + Numbers.known(answers.failed().highest(), Numbers::share));
            return with(
                    figures,
                    chart(curves, scene, columns, rows - 1, Numbers::percent, Curve.area(scaled(answers), Tone.BAD)));
        });
    }

    /** A chart over the whole range, whatever part of it a series covers. */
    static List<StyledLine> chart(
            Curves curves, Scene scene, int columns, int rows, DoubleFunction<String> number, Curve... drawn) {
        TimeAxis time = new TimeAxis(curves.from(), curves.to(), scene.look().zone());
        return new Chart(time, List.of(drawn), List.of(), number)
                .lines(columns, rows, scene.look().theme(), scene.look().alphabet());
    }

    private static Series scaled(Answers answers) {
        double[] values = answers.failed().series().toArray();
        for (int index = 0; index < values.length; index++) {
            values[index] *= PERCENT;
        }
        return Series.of(answers.failed().start(), answers.failed().period(), values);
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
