package io.agentctl.cli.output.chart;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Series over time with the axis of their values at the left and that of times below. Where several values fall on one
 * dot, all from the lowest to the highest are drawn, so that no peak is lost.
 *
 * @param time which stretch of time
 * @param curves what is drawn, the last on top; all in one unit, at least 0
 * @param thresholds levels to be seen with them; those far above every value are left out
 * @param number how the axis writes a value
 */
public record Chart(TimeAxis time, List<Curve> curves, List<Threshold> thresholds, DoubleFunction<String> number) {

    /** What an axis takes besides its labels: a space and its line. */
    private static final int AXIS = 2;
    /** From this many lines on, one is for the times. */
    private static final int WITH_TIMES = 3;

    public Chart {
        curves = List.copyOf(curves);
        thresholds = List.copyOf(thresholds);
    }

    /**
     * Draws.
     *
     * @param columns the most columns that a line takes, at least 1
     * @param rows how many lines there are
     */
    public List<StyledLine> lines(int columns, int rows, Theme theme, Alphabet alphabet) {
        if (rows < 1) {
            return List.of();
        }
        int drawn = rows >= WITH_TIMES ? rows - 1 : rows;
        ValueAxis values = ValueAxis.over(curves, thresholds);
        List<Label> labels = labels(values, drawn, alphabet);
        int gutter =
                labels.stream().mapToInt(label -> label.text().length()).max().orElse(0);
        Canvas canvas = new Canvas(Math.max(1, columns - gutter - AXIS), drawn, alphabet);
        draw(values, canvas);
        List<StyledLine> lines = new ArrayList<>();
        for (int row = 0; row < drawn; row++) {
            Label label = labels.get(row);
            String side = label.text().isEmpty() ? side(alphabet) : tick(alphabet);
            lines.add(
                    StyledLine.of(label.tone(), " ".repeat(gutter - label.text().length()) + label.text() + " " + side)
                            .plus(canvas.row(row))
                            .atMost(columns, theme));
        }
        if (drawn < rows) {
            int width = Math.max(1, columns - gutter - AXIS);
            lines.add(StyledLine.of(Tone.FAINT, " ".repeat(gutter + AXIS) + time.labels(width))
                    .atMost(columns, theme));
        }
        return lines;
    }

    /** What is written beside a line, in the tone of what it is. */
    private record Label(String text, Tone tone) {}

    /** The top and the bottom; thresholds, which may be hidden by a curve; and the middle where a line is there. */
    private List<Label> labels(ValueAxis values, int rows, Alphabet alphabet) {
        Label[] labels = new Label[rows];
        Arrays.fill(labels, new Label("", Tone.FAINT));
        if (rows > 4 && rows % 2 == 1) {
            labels[rows / 2] = new Label(number.apply(values.top() / 2), Tone.FAINT);
        }
        for (Threshold threshold : thresholds) {
            int y = values.y(threshold.value(), rows * alphabet.down());
            if (y >= 0) {
                labels[Math.min(rows - 1, y / alphabet.down())] =
                        new Label(number.apply(threshold.value()), threshold.tone());
            }
        }
        labels[rows - 1] = new Label(number.apply(0), Tone.FAINT);
        labels[0] = new Label(number.apply(values.top()), Tone.FAINT);
        return List.of(labels);
    }

    private void draw(ValueAxis values, Canvas canvas) {
        for (Threshold threshold : thresholds) {
            canvas.dashes(values.y(threshold.value(), canvas.height()), threshold.tone());
        }
        for (Curve curve : curves) {
            draw(curve, values, canvas);
        }
    }

    private void draw(Curve curve, ValueAxis values, Canvas canvas) {
        Series series = curve.series();
        Duration half = series.period().dividedBy(2);
        boolean before = false;
        int fromX = 0;
        int fromY = 0;
        for (int index = 0; index < series.size(); index++) {
            double value = series.value(index);
            if (Double.isNaN(value)) {
                before = false;
                continue;
            }
            int x = time.x(series.time(index).plus(half), canvas.width());
            int y = values.y(value, canvas.height());
            join(before ? fromX : x, before ? fromY : y, x, y, curve, canvas);
            before = true;
            fromX = x;
            fromY = y;
        }
    }

    private static void join(int fromX, int fromY, int toX, int toY, Curve curve, Canvas canvas) {
        switch (curve.shape()) {
            case LINE -> canvas.line(fromX, fromY, toX, toY, curve.tone());
            case AREA -> {
                for (int x = fromX; x <= toX; x++) {
                    double share = toX == fromX ? 1 : (double) (x - fromX) / (toX - fromX);
                    int top = (int) Math.round(fromY + share * (toY - fromY));
                    canvas.line(x, top, x, canvas.height() - 1, curve.tone());
                }
            }
        }
    }

    private static String side(Alphabet alphabet) {
        return alphabet == Alphabet.ASCII ? "|" : "│";
    }

    private static String tick(Alphabet alphabet) {
        return alphabet == Alphabet.ASCII ? "+" : "┤";
    }
}
