package io.agentctl.cli.dash;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.publishing.PolicyStatus;
import java.util.ArrayList;
import java.util.List;

/** The policies in force, and whether every runtime enforces them. */
final class PoliciesPane {

    private PoliciesPane() {}

    static List<StyledLine> paint(Scene scene, int columns, int rows) {
        return scene.snapshot()
                .policies()
                .get(status -> paint(status, scene, columns, rows))
                .orElse(List.of());
    }

    private static List<StyledLine> paint(PolicyStatus.Result status, Scene scene, int columns, int rows) {
        if (status.generation() == 0) {
            return List.of(StyledLine.of("nothing in force in " + status.environment()));
        }
        int behind = status.runtimes().size() - status.upToDate();
        StyledLine summary = StyledLine.of((columns > Screen.NARROW ? status.environment() + " " : "") + "generation "
                        + status.generation() + ", ")
                .plus(
                        behind > 0 ? Tone.WARNING : Tone.PLAIN,
                        status.upToDate() + "/" + status.runtimes().size() + " runtimes up to date")
                .plus(
                        Tone.ACCENT,
                        status.trial().map(trial -> ", trial " + trial).orElse(""));
        List<StyledLine> lines = new ArrayList<>(Listing.of(
                summary,
                status.policies().stream()
                        .filter(policy -> scene.shows(policy.policy().toString()))
                        .toList(),
                List.of(
                        Column.text("POLICY", policy -> policy.policy().toString()),
                        Column.number("VERSION", policy -> Long.toString(policy.version()))),
                scene,
                columns,
                rows));
        lines.addAll(Listing.table(
                status.runtimes(),
                List.of(
                        Column.text("RUNTIME", PolicyStatus.Line::id),
                        Column.number("GENERATION", line -> Long.toString(line.generation())),
                        Column.number("SILENT", line -> Numbers.age(line.silent())),
                        Column.text("PROBLEM", line -> line.problem().orElse(""))),
                scene,
                columns,
                rows - lines.size()));
        return lines;
    }
}
