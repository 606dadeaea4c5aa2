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

    private static void findings(Line line, Page page) {
        line.findings().forEach(finding -> {
            page.line("");
            page.line(
                    Tone.WARNING,
                    line.name() + ", since " + time(finding.since()) + ": " + finding.what() + " " + finding.text());
            page.line("  Next: " + finding.next());
        });
    }

    private static Cell result(Line line) {
        return line.outcome()
                .map(SchedulesPage::result)
                .orElseGet(() -> new Cell(line.lastDue().isPresent() ? "under way" : "", Tone.PLAIN));
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
