package io.agentctl.cli.ecs.workbench;

import io.agentctl.cli.output.Cell;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.TableText;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.screen.Look;
import io.agentctl.control.ecs.ShowTasks;
import io.agentctl.control.ecs.TaskGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A change while it is carried out: tasks by state and health, alarms, and what happened. */
final class RolloutPage {

    private RolloutPage() {}

    static List<StyledLine> lines(State state, int columns, int rows, Look look) {
        Optional<Rollout> change = state.rollout();
        if (change.isEmpty()) {
            return List.of(StyledLine.of("nothing was changed here yet"));
        }
        Rollout rollout = change.get();
        List<StyledLine> lines = new ArrayList<>();
        lines.add(StyledLine.of(Tone.STRONG, " " + rollout.service() + ": ").plus(rollout.summary()));
        lines.add(stage(rollout));
        lines.add(StyledLine.EMPTY);
        lines.addAll(tasks(rollout, columns, look));
        lines.add(
                rollout.alarms().isEmpty()
                        ? StyledLine.of(Tone.FAINT, " no alarm of the project fires")
                        : StyledLine.of(Tone.BAD, " firing: " + String.join(", ", rollout.alarms())));
        lines.add(StyledLine.EMPTY);
        int room = Math.max(0, rows - lines.size() - 1);
        List<String> told = rollout.told();
        told.subList(Math.max(0, told.size() - room), told.size())
                .forEach(text -> lines.add(StyledLine.of(" " + text)));
        lines.add(StyledLine.of(Tone.ACCENT, " " + rollout.counted()));
        return lines;
    }

    private static StyledLine stage(Rollout rollout) {
        return switch (rollout.stage()) {
            case APPLYING -> StyledLine.of(Tone.ACCENT, " under way; r rolls it back");
            case APPLIED -> StyledLine.of(Tone.GOOD, " done: " + rollout.outcome() + "; r rolls it back");
            case ROLLING_BACK -> StyledLine.of(Tone.WARNING, " being rolled back");
            case ROLLED_BACK -> StyledLine.of(Tone.WARNING, " rolled back: " + rollout.outcome());
            case FAILED -> StyledLine.of(Tone.BAD, " " + rollout.outcome());
        };
    }

    private static List<StyledLine> tasks(Rollout rollout, int columns, Look look) {
        if (rollout.tasks().isEmpty()) {
            return List.of(StyledLine.of(Tone.FAINT, " reading tasks …"));
        }
        ShowTasks.Result now = rollout.tasks().get();
        List<StyledLine> lines = new ArrayList<>();
        lines.add(StyledLine.of(" " + now.desired() + " tasks wanted, " + running(now) + " run"
                + (now.deploying() ? "; a deployment is under way" : "")));
        lines.addAll(TableText.lines(
                now.tasks(),
                List.of(
                        Column.text(" REVISION", group -> " " + group.revision()),
                        Column.text("STATE", TaskGroup::state),
                        Column.toned(
                                "HEALTH",
                                group -> new Cell(
                                        group.health(),
                                        group.health().equals("unhealthy")
                                                ? Tone.BAD
                                                : group.health().equals("healthy") ? Tone.GOOD : Tone.FAINT)),
                        Column.number("TASKS", group -> Integer.toString(group.count()))),
                look.theme(),
                false,
                OptionalInt.of(columns)));
        return lines;
    }

    private static int running(ShowTasks.Result now) {
        return now.tasks().stream()
                .filter(group -> group.state().equals("running"))
                .mapToInt(TaskGroup::count)
                .sum();
    }
}
