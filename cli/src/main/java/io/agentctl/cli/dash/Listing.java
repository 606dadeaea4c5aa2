package io.agentctl.cli.dash;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Sparkline;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.TableText;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.overview.History;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Lists as panes have them: a summary, a table, and how much of it there is no room for. */
final class Listing {

    /** A table needs its header and a row. */
    private static final int LEAST_TABLE = 2;

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
