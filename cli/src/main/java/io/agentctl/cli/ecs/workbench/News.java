package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.ecs.ShowTasks;
import io.agentctl.control.plan.Target;
import java.util.List;
import java.util.Optional;

/** What comes in from the world. */
sealed interface News {

    /** The services that there are. */
    record Found(Target target, List<String> services) implements News {}

    /** What one used. */
    record Measured(String service, Bench bench) implements News {}

    /** More is computed: what is shown may follow. */
    record Computed() implements News {}

    /** Some could not be measured. */
    record Unmeasured(List<String> services, String why) implements News {}

    /** There is nothing to be shown. */
    record Nothing(String why) implements News {}

    /** What the change that is under way says. */
    record Told(String text) implements News {}

    /** What it counts. */
    record Counted(String text) implements News {}

    /** How the service stands. */
    record Seen(Optional<ShowTasks.Result> tasks, List<String> alarms) implements News {}

    /** The change came to a stage. */
    record Ended(Rollout.Stage stage, String how) implements News {}

    /** The state after news. */
    static State heard(State state, News news) {
        return switch (news) {
            case Found found ->
                state.at(
                                found.target(),
                                found.services().stream()
                                        .map(service -> state.rows().stream()
                                                .filter(row -> row.service().equals(service))
                                                .findFirst()
                                                .orElseGet(() -> new Row(service, Optional.empty(), state.usual(), "")))
                                        .toList())
                        .saying("");
            case Measured measured -> changed(state, measured.service(), row -> row.measured(measured.bench()));
            case Unmeasured unmeasured -> {
                State next = state;
                for (String service : unmeasured.services()) {
                    next = changed(next, service, row -> row.failed(unmeasured.why()));
                }
                yield next;
            }
            case Computed computed -> state;
            case Nothing nothing -> state.saying(nothing.why());
            case Told told -> rollout(state, change -> change.saying(told.text()));
            case Counted counted -> rollout(state, change -> change.counting(counted.text()));
            case Seen seen -> rollout(state, change -> change.seeing(seen.tasks(), seen.alarms()));
            case Ended ended -> rollout(state, change -> ended(change, ended));
        };
    }

    /** What is being rolled back has ended only once it is rolled back. */
    private static Rollout ended(Rollout change, Ended ended) {
        boolean over = change.stage() == Rollout.Stage.ROLLING_BACK
                && (ended.stage() == Rollout.Stage.APPLIED || ended.stage() == Rollout.Stage.FAILED)
                && !ended.how().startsWith("not rolled back");
        return over ? change.saying(ended.how()) : change.at(ended.stage(), ended.how());
    }

    private static State changed(State state, String service, java.util.function.UnaryOperator<Row> change) {
        return state.rows().stream()
                .filter(row -> row.service().equals(service))
                .findFirst()
                .map(row -> state.with(change.apply(row)))
                .orElse(state);
    }

    private static State rollout(State state, java.util.function.UnaryOperator<Rollout> change) {
        return state.rollout().map(now -> state.following(change.apply(now))).orElse(state);
    }
}
