package io.agentctl.cli.policy;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.publishing.PolicyStatus.Line;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How runtimes look to people. */
public final class InstancesPage {

    private InstancesPage() {}

    /** Writes a line for each runtime. */
    public static void layout(List<Line> runtimes, Page page) {
        page.table(
                runtimes,
                List.of(
                        Column.text("RUNTIME", Line::id),
                        Column.text("ADDRESS", Line::address),
                        Column.toned("GENERATION", InstancesPage::generation),
                        Column.wide("SINCE", line -> line.since()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()),
                        Column.text("HEARD OF", line -> line.silent().toSeconds() + " s ago"),
                        Column.text("PROBLEM", line -> line.problem().orElse("")),
                        Column.wide("VERSION", Line::version)));
    }

    private static Cell generation(Line line) {
        return line.behind() == 0
                ? new Cell(Long.toString(line.generation()), Tone.GOOD)
                : new Cell(line.generation() + " (" + line.behind() + " behind)", Tone.WARNING);
    }
}
