package io.agentctl.cli.dash;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.ops.OperationLine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Changes to the project: those under way first, then the newest. */
final class OperationsPane {

    private OperationsPane() {}

    static List<StyledLine> paint(Scene scene, int columns, int rows) {
        List<OperationLine> all = scene.snapshot().operations().value().orElse(List.of()).stream()
                .filter(line -> scene.shows(line.id() + " " + line.resource().name()))
                .sorted(Comparator.comparing(
                        (OperationLine line) -> !line.state().open()))
                .toList();
        long open = all.stream().filter(line -> line.state().open()).count();
        StyledLine summary = StyledLine.of(
                open > 0 ? Tone.ACCENT : Tone.PLAIN,
                open > 0
                        ? open + " under way: " + all.getFirst().summary()
                        : all.isEmpty()
                                ? "none"
                                : "none under way, the last: " + all.getFirst().summary());
        return Listing.of(
                summary,
                all,
                List.of(
                        Column.toned("STATE", line -> new Cell(RecordTree.word(line.state()), tone(line.state()))),
                        Column.number("AGO", line -> Numbers.age(Duration.between(line.updatedAt(), scene.now()))),
                        Column.text("WHAT", line -> line.resource().name() + ": " + line.summary()),
                        Column.text("OPERATION", OperationLine::id)),
                scene,
                columns,
                rows);
    }

    private static Tone tone(OperationState state) {
        return switch (state) {
            case RUNNING, UNDOING -> Tone.ACCENT;
            case INTERRUPTED, UNVERIFIED, ROLLED_BACK -> Tone.WARNING;
            case FAILED -> Tone.BAD;
            case SUCCEEDED -> Tone.GOOD;
            case UNDONE -> Tone.PLAIN;
        };
    }
}
