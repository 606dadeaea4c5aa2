package io.agentctl.cli.dash;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.slo.report.ObjectiveReport.Burn;
import io.agentctl.control.slo.report.ObjectiveReport.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** How objectives stand: those that are missed first. */
final class ObjectivesPane {

    private ObjectivesPane() {}

    static List<StyledLine> paint(Scene scene, int columns, int rows) {
        List<ObjectiveReport> all = scene.snapshot().objectives().value().orElse(List.of()).stream()
                .filter(report -> scene.shows(report.name()))
                .sorted(Comparator.comparingInt(report -> urgency(report.standing())))
                .toList();
        long missed = all.stream()
                .filter(report -> report.standing() == Standing.MISSED)
                .count();
        long burning = all.stream()
                .filter(report -> report.standing() == Standing.BURNING)
                .count();
        StyledLine summary = StyledLine.of(
                missed > 0 ? Tone.BAD : burning > 0 ? Tone.WARNING : Tone.PLAIN,
                all.isEmpty()
                        ? "none"
                        : missed + " of " + all.size() + " missed" + (burning > 0 ? ", " + burning + " burning" : ""));
        return Listing.of(summary, all, columns(scene.look().theme(), columns), scene, columns, rows);
    }

    private static List<Column<ObjectiveReport>> columns(Theme theme, int width) {
        List<Column<ObjectiveReport>> columns = new ArrayList<>(List.of(
                Column.text("OBJECTIVE", ObjectiveReport::name),
                Column.toned("STANDING", report -> standing(report, theme)),
                Column.number("LEFT", ObjectivesPane::left)));
        if (width > Screen.NARROW) {
            columns.add(Column.number("BURN 1H", ObjectivesPane::burn));
            columns.add(Column.text("PROMISE", ObjectiveReport::promise));
        }
        return columns;
    }

    private static int urgency(Standing standing) {
        return switch (standing) {
            case MISSED -> 0;
            case BURNING -> 1;
            case UNKNOWN -> 2;
            case KEPT -> 3;
        };
    }

    private static Cell standing(ObjectiveReport report, Theme theme) {
        return switch (report.standing()) {
            case KEPT -> new Cell(theme.tick() + " kept", Tone.GOOD);
            case BURNING -> new Cell("! burning", Tone.WARNING);
            case MISSED -> new Cell(theme.cross() + " missed", Tone.BAD);
            case UNKNOWN -> new Cell("? no data", Tone.FAINT);
        };
    }

    private static String left(ObjectiveReport report) {
        OptionalDouble spent = report.budget().spentShare();
        return spent.isEmpty() ? "?" : Numbers.share(1 - spent.getAsDouble());
    }

    /** Over an hour, or what is nearest to it. */
    private static String burn(ObjectiveReport report) {
        return report.burns().stream()
                .filter(burn -> burn.rate().isPresent())
                .min(Comparator.comparing(
                        burn -> burn.window().minus(Duration.ofHours(1)).abs()))
                .map(Burn::rate)
                .map(rate -> String.format(Locale.ROOT, "%.1f", rate.getAsDouble()))
                .orElse("?");
    }
}
