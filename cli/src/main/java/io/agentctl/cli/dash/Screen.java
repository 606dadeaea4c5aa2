package io.agentctl.cli.dash;

import io.agentctl.cli.dash.State.Mode;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.screen.Look;
import io.agentctl.control.overview.Range;
import io.agentctl.control.overview.Reading.Failure;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.plan.Target;
import io.agentctl.control.settings.Context;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is on the screen: lines made of a state, a snapshot and a size, and of nothing else. */
final class Screen {

    /** What all panes together need. */
    static final int LEAST_COLUMNS = 80;

    static final int LEAST_ROWS = 24;

    /** Panes up to so many columns leave out what is not looked for first. */
    static final int NARROW = 50;
    /** A chart gains nothing from more lines. */
    static final int TALLEST_CHART = 20;

    private static final int GAP = 2;
    /** Header and footer. */
    private static final int AROUND = 2;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Screen() {}

    /** Whether a terminal of this size is large enough. */
    static boolean fits(int columns, int rows) {
        return columns >= LEAST_COLUMNS && rows >= LEAST_ROWS;
    }

    /** Exactly as many lines as there are rows, none wider than the screen. */
    static List<StyledLine> lines(State state, Snapshot snapshot, Instant now, int columns, int rows, Look look) {
        Scene scene = new Scene(snapshot, state.filter(), now, look);
        List<StyledLine> lines = new ArrayList<>();
        if (fits(columns, rows)) {
            lines.add(header(state, scene, columns));
            lines.addAll(body(state, scene, columns, rows - AROUND));
            fill(lines, rows - 1);
            lines.add(footer(state, scene));
        } else {
            lines.add(StyledLine.of(Tone.WARNING, tooSmall(columns, rows)));
            lines.add(StyledLine.of(Tone.FAINT, "Make the window larger, or press q."));
            for (Pane pane : Pane.values()) {
                lines.addAll(Frame.of(pane, scene, columns, AROUND));
            }
        }
        fill(lines, rows);
        return lines.subList(0, rows).stream()
                .map(line -> line.atMost(columns, look.theme()))
                .toList();
    }

    /** What a terminal lacks. */
    static String tooSmall(int columns, int rows) {
        return "needs " + LEAST_COLUMNS + " columns and " + LEAST_ROWS + " lines, has " + columns + " and " + rows;
    }

    private static void fill(List<StyledLine> lines, int rows) {
        while (lines.size() < rows) {
            lines.add(StyledLine.EMPTY);
        }
    }

    private static StyledLine header(State state, Scene scene, int columns) {
        Snapshot snapshot = scene.snapshot();
        boolean production = Context.isProduction(state.context());
        String where = " " + snapshot.project() + "  context " + state.context()
                + (production ? " (production)" : "")
                + snapshot.account()
                        .get((Target target) -> ", account " + target.account() + ", " + target.region())
                        .orElse("");
        String when = (state.paused() ? "PAUSED  " : "") + state.range() + "  "
                + TIME.withZone(scene.look().zone()).format(snapshot.at()) + " ";
        StyledLine left = StyledLine.of(where)
                .atMost(columns - when.length() - 1, scene.look().theme());
        String line = left.text() + " ".repeat(columns - left.text().length() - when.length()) + when;
        return StyledLine.of(production ? Tone.ALERT : Tone.STRONG, line);
    }

    private static StyledLine footer(State state, Scene scene) {
        String cursor = scene.look().theme().unicode() ? "█" : "_";
        return switch (state.mode()) {
            case FILTER ->
                StyledLine.of(Tone.STRONG, " /" + state.typed() + cursor)
                        .plus(Tone.FAINT, "  Enter keeps the filter, Esc drops it");
            case JUMP ->
                StyledLine.of(Tone.STRONG, " :" + state.typed() + cursor)
                        .plus(Tone.FAINT, "  a pane, service, function, table, objective or alarm");
            case HELP -> StyledLine.of(Tone.FAINT, " any key goes back");
            case LOOK ->
                state.message().isEmpty()
                        ? scene.snapshot()
                                .account()
                                .failure()
                                .map(failure -> gone(failure, scene))
                                .orElseGet(() -> hints(state))
                        : StyledLine.of(Tone.WARNING, " " + state.message());
        };
    }

    /** Of what keeps everything from being read: since when, why, and what to do. */
    private static StyledLine gone(Failure failure, Scene scene) {
        return StyledLine.of(
                Tone.BAD,
                " " + scene.look().theme().cross() + " not read since "
                        + TIME.withZone(scene.look().zone()).format(failure.since()) + ": " + failure.message() + ". "
                        + failure.advice());
    }

    private static StyledLine hints(State state) {
        StyledLine line = StyledLine.of(" ");
        for (Range range : Range.ALL) {
            line = line.plus(Tone.FAINT, (Range.ALL.indexOf(range) + 1) + " ")
                    .plus(range.equals(state.range()) ? Tone.ACCENT : Tone.PLAIN, range + "  ");
        }
        line = state.pane().isPresent()
                ? line.plus(Tone.FAINT, "Esc ").plus("all  ")
                : line.plus(Tone.FAINT, "r ")
                        .plus("refresh  ")
                        .plus(Tone.FAINT, "p ")
                        .plus("pause  ");
        line = line.plus(Tone.FAINT, "/ ")
                .plus(
                        state.filter().isEmpty() ? Tone.PLAIN : Tone.ACCENT,
                        (state.filter().isEmpty() ? "filter" : "\"" + state.filter() + "\"") + "  ");
        line = line.plus(Tone.FAINT, ": ").plus("jump  ");
        return line.plus(Tone.FAINT, "? ").plus("help  ").plus(Tone.FAINT, "q ").plus("quit");
    }

    private static List<StyledLine> body(State state, Scene scene, int columns, int rows) {
        if (state.mode() == Mode.HELP) {
            return Help.lines();
        }
        if (state.pane().isEmpty()) {
            return all(scene, columns, rows);
        }
        Pane pane = state.pane().get();
        if (state.scroll() == 0 || pane.kind() == Pane.Kind.CHART) {
            return Frame.of(
                    pane, scene, columns, pane.kind() == Pane.Kind.CHART ? Math.min(rows, TALLEST_CHART) : rows);
        }
        List<StyledLine> whole = Frame.of(pane, scene, columns, Painter.UNBOUNDED);
        int from = Math.min(state.scroll(), Math.max(0, whole.size() - rows));
        return whole.subList(from, Math.min(whole.size(), from + rows));
    }

    private static List<StyledLine> all(Scene scene, int columns, int rows) {
        Grid grid = Grid.of(columns);
        int[] heights = grid.heights(rows);
        List<StyledLine> lines = new ArrayList<>();
        for (int index = 0; index < heights.length; index++) {
            lines.addAll(band(grid.bands().get(index), scene, columns, heights[index]));
        }
        return lines;
    }

    private static List<StyledLine> band(Grid.Band band, Scene scene, int columns, int rows) {
        int count = band.cells().size();
        int width = (columns - GAP * (count - 1)) / count;
        List<List<StyledLine>> cells = band.cells().stream()
                .map(panes -> cell(panes, scene, width, rows))
                .toList();
        List<StyledLine> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StyledLine line = StyledLine.EMPTY;
            for (int index = 0; index < count; index++) {
                line = line.plus(index == 0 ? "" : " ".repeat(GAP))
                        .plus(cells.get(index)
                                .get(row)
                                .exactly(width, scene.look().theme()));
            }
            lines.add(line);
        }
        return lines;
    }

    /** Panes below each other, each with the same share of the height. */
    private static List<StyledLine> cell(List<Pane> panes, Scene scene, int columns, int rows) {
        List<StyledLine> lines = new ArrayList<>();
        for (int index = 0; index < panes.size(); index++) {
            int end = rows * (index + 1) / panes.size();
            lines.addAll(Frame.of(panes.get(index), scene, columns, end - lines.size()));
            fill(lines, end);
        }
        return lines;
    }
}
