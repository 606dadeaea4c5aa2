package io.agentctl.cli.ops;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.schedules.ScheduleStanding.Outcome;
import io.agentctl.control.schedules.Schedules;
import io.agentctl.control.schedules.Schedules.Line;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How schedules look to people. */
final class SchedulesPage {

    private static final int SHOWN = 10;

    private SchedulesPage() {}

    static void layout(Schedules found, Page page) {
        page.table(
                found.schedules(),
                List.of(
                        Column.text("SCHEDULE", Line::name),
                        Column.text("DOES", Line::what),
                        Column.text("WHEN", Line::when),
                        Column.text(
                                "LAST DUE",
                                line -> line.lastDue().map(SchedulesPage::time).orElse("")),
                        Column.toned("RESULT", SchedulesPage::result),
                        Column.text("NEXT DUE", line -> time(line.next())),
                        Column.wide("OPERATION", line -> line.lastRun().orElse(""))));
        found.leader().ifPresent(leader -> page.line(Tone.FAINT, "Led by " + leader + "."));
        found.schedules().forEach(line -> findings(line, page));
    }

    /** Many findings of one schedule mostly have one way out. */
    private static void findings(Line line, Page page) {
        if (line.findings().isEmpty()) {
            return;
        }
        page.line("");
        page.line(Tone.STRONG, line.name() + ":");
        line.findings().stream()
                .limit(SHOWN)
                .forEach(finding -> page.line(
                        Tone.WARNING,
                        "  " + finding.what() + " " + finding.text() + ", since " + time(finding.since())));
        if (line.findings().size() > SHOWN) {
            page.line("  and " + (line.findings().size() - SHOWN) + " more; -o json has all of them.");
        }
        line.findings().stream()
                .map(Schedules.Found::next)
                .distinct()
                .limit(SHOWN)
                .forEach(next -> page.line("  Next: " + next));
    }

    private static Cell result(Line line) {
        return line.outcome().map(SchedulesPage::result).orElseGet(() -> underWay(line));
    }

    private static Cell underWay(Line line) {
        if (line.stuck()) {
            return new Cell("cannot begin", Tone.BAD);
        }
        return line.waits()
                ? new Cell("waits for approval", Tone.WARNING)
                : new Cell(line.lastDue().isPresent() ? "under way" : "", Tone.PLAIN);
    }

    private static Cell result(Outcome outcome) {
        return switch (outcome.result()) {
            case FINE -> new Cell(outcome.text(), Tone.GOOD);
            case FINDINGS -> new Cell(outcome.text(), Tone.WARNING);
            case FAILED -> new Cell("failed", Tone.BAD);
        };
    }

    private static String time(Instant exact) {
        return exact.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
