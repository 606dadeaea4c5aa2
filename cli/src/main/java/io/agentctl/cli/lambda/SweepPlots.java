package io.agentctl.cli.lambda;

import io.agentctl.cli.output.Plot;
import io.agentctl.cli.output.Theme;
import io.agentctl.control.lambda.report.MeasuredSize;
import io.agentctl.control.lambda.report.Range;
import io.agentctl.control.lambda.report.SweepNumbers;
import io.agentctl.control.lambda.report.SweepSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * Cost and time against memory, for each architecture: side by side where there is room for two.
 *
 * @param summary of the sweep
 */
record SweepPlots(SweepSummary summary) {

    /** For who asks for plots where there is no terminal. */
    static final int USUAL_WIDTH = 80;

    private static final int WIDEST = 132;
    private static final int HEIGHT = 9;
    private static final int GAP = 3;
    private static final int TWO = 76;

    /** The lines of text; none where no more than one size has figures. */
    List<String> lines(int width, Theme theme) {
        List<String> lines = new ArrayList<>();
        int room = Math.min(width, WIDEST);
        boolean two = room >= TWO;
        int each = two ? (room - GAP) / 2 : room;
        for (String architecture : architectures()) {
            String suffix = summary.severalArchitectures() ? " on " + architecture : "";
            List<String> cost = plot(
                            "US dollars a million invocations" + suffix,
                            architecture,
                            MeasuredSize::usdPerMillion,
                            SweepNumbers::perMillion)
                    .lines(each, HEIGHT, theme);
            List<String> time = plot(
                            "Time that a caller waits, ms" + suffix, architecture, MeasuredSize::time, SweepNumbers::ms)
                    .lines(each, HEIGHT, theme);
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(two ? Plot.beside(cost, time, each + GAP) : stacked(cost, time));
        }
        return lines;
    }

    private List<String> architectures() {
        return summary.report().sizes().stream()
                .filter(size -> size.time().isPresent() && size.usdPerMillion().isPresent())
                .map(MeasuredSize::architecture)
                .distinct()
                .toList();
    }

    private Plot plot(
            String title,
            String architecture,
            Function<MeasuredSize, Optional<Range>> figure,
            DoubleFunction<String> number) {
        List<Plot.Point> points = new ArrayList<>();
        for (MeasuredSize size : summary.report().sizes()) {
            if (size.architecture().equals(architecture)) {
                figure.apply(size).ifPresent(range -> points.add(point(size, range)));
            }
        }
        return new Plot(title, points, number);
    }

    /** Sizes double more often than they grow by the same step, hence the logarithm. */
    private Plot.Point point(MeasuredSize size, Range range) {
        return new Plot.Point(
                Math.log(size.memory()),
                Integer.toString(size.memory()),
                range.low(),
                range.estimate(),
                range.high().orElse(Double.POSITIVE_INFINITY),
                size.verdict().equals(MeasuredSize.ADVISED));
    }

    private static List<String> stacked(List<String> above, List<String> below) {
        List<String> lines = new ArrayList<>(above);
        lines.add("");
        lines.addAll(below);
        return lines;
    }
}
