package io.agentctl.cli.dash;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Sparkline;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.TableText;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.overview.Curves;
import io.agentctl.control.overview.History;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Lists as panes have them: a summary, a table, and how much of it there is no room for. */
final class Listing {

    /** A table needs its header and a row. */
    private static final int LEAST_TABLE = 2;

    private static final int LEAST_CHART = 6;

    private Listing() {}

    /** The summary, and as much of the table as there is room for. */
    static <R> List<StyledLine> of(
            StyledLine summary, List<R> all, List<Column<R>> columns, Scene scene, int width, int rows) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(summary);
        lines.addAll(table(all, columns, scene, width, rows - 1));
        return lines;
    }

    /** As much of a table as there is room for; the last line says what is missing. */
    static <R> List<StyledLine> table(List<R> all, List<Column<R>> columns, Scene scene, int width, int rows) {
        if (rows < LEAST_TABLE) {
            return List.of();
        }
        boolean cut = all.size() + 1 > rows;
        List<R> shown = cut ? all.subList(0, Math.max(1, rows - LEAST_TABLE)) : all;
        List<StyledLine> lines =
                new ArrayList<>(TableText.lines(shown, columns, scene.look().theme(), false, OptionalInt.of(width)));
        if (cut && lines.size() < rows) {
            lines.add(StyledLine.of(
                    Tone.FAINT, scene.look().theme().ellipsis() + " " + (all.size() - shown.size()) + " more"));
        }
        return lines;
    }

    /** A list, and below it the chart of its first thing where there is room for one. */
    static <R> List<StyledLine> withChart(List<StyledLine> list, List<R> all, Scene scene, int rows, Charted<R> chart) {
        int left = Math.min(rows, Screen.TALLEST_CHART + list.size()) - list.size() - 1;
        if (rows > Painter.TALLEST_SCREEN || left < LEAST_CHART || all.isEmpty()) {
            return list;
        }
        List<StyledLine> lines = new ArrayList<>(list);
        scene.snapshot().curves().value().ifPresent(curves -> lines.addAll(chart.lines(all.getFirst(), curves, left)));
        return lines;
    }

    /** The chart of something in a list, with a line that says what its curves are. */
    @FunctionalInterface
    interface Charted<R> {
        List<StyledLine> lines(R row, Curves curves, int rows);
    }

    /** A series in a cell, from 0 to the highest it reached, or to a bound if that is known. */
    static String spark(History history, double bound, int width, Scene scene) {
        double top = Math.max(bound, history.highest().orElse(0));
        return Sparkline.of(
                history.series().toArray(),
                0,
                top > 0 ? top : 1,
                width,
                scene.look().alphabet().bars());
    }
}
