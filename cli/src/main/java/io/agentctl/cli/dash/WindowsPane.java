package io.agentctl.cli.dash;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.windows.run.ShowWindows;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Services that windows speak of: who sleeps, and until when. */
final class WindowsPane {

    private static final DateTimeFormatter NEXT = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);

    private WindowsPane() {}

    static List<StyledLine> paint(Scene scene, int columns, int rows) {
        List<ShowWindows.Row> all = scene.snapshot().windows().value().orElse(List.of()).stream()
                .filter(row -> scene.shows(row.service()))
                .toList();
        long asleep = all.stream().filter(ShowWindows.Row::asleep).count();
        long wrong = all.stream().filter(row -> !row.right()).count();
        String text = all.isEmpty()
                ? "no windows"
                : asleep + " of " + all.size() + " asleep" + (wrong > 0 ? ", " + wrong + " not as they should be" : "");
        return Listing.of(
                StyledLine.of(wrong > 0 ? Tone.WARNING : Tone.PLAIN, text),
                all,
                List.of(
                        Column.text("SERVICE", ShowWindows.Row::service),
                        Column.toned("STATE", WindowsPane::state),
                        Column.text("UNTIL", row -> row.next()
                                .map(next -> until(next, scene))
                                .orElse("-")),
                        Column.text("NOTE", ShowWindows.Row::note)),
                scene,
                columns,
                rows);
    }

    private static Cell state(ShowWindows.Row row) {
        String state = row.asleep() ? "asleep" : "awake";
        return row.right() ? Cell.of(state) : new Cell("not " + state, Tone.WARNING);
    }

    private static String until(Instant next, Scene scene) {
        return NEXT.withZone(scene.look().zone()).format(next);
    }
}
