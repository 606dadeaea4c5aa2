package io.agentctl.cli.ecs.workbench;

import io.agentctl.control.plan.Target;
import io.agentctl.control.rightsizing.RiskAppetite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that the screen shows.
 *
 * @param target where changes would go; nothing until that is known
 * @param context the context's name
 * @param usual what is tried on a service at first
 * @param rows the services, in order
 * @param selected which of them
 * @param view what is shown of it
 * @param knob what arrows move; nothing while they move through the list
 * @param scroll how far a long text is scrolled
 * @param rollout the change that was made here last
 * @param message what the last key led to; or empty
 * @param leaving true once somebody leaves
 */
record State(
        Optional<Target> target,
        String context,
        Choice usual,
        List<Row> rows,
        int selected,
        View view,
        Optional<Knob> knob,
        int scroll,
        Optional<Rollout> rollout,
        String message,
        boolean leaving) {

    /** What is shown below the header. */
    enum View {
        BENCH,
        EXPLANATION,
        PLAN,
        CONFIRMATION,
        ROLLOUT,
        HELP
    }

    State {
        rows = List.copyOf(rows);
    }

    static State of(String context, RiskAppetite appetite) {
        return new State(
                Optional.empty(),
                context,
                Choice.advised(appetite),
                List.of(),
                0,
                View.BENCH,
                Optional.empty(),
                0,
                Optional.empty(),
                "",
                false);
    }

    Optional<Row> row() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(selected));
    }

    State with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        for (int at = 0; at < more.size(); at++) {
            if (more.get(at).service().equals(row.service())) {
                more.set(at, row);
            }
        }
        return new State(target, context, usual, more, selected, view, knob, scroll, rollout, message, leaving);
    }

    State at(Target place, List<Row> found) {
        return new State(Optional.of(place), context, usual, found, 0, view, knob, scroll, rollout, message, leaving);
    }

    State selecting(int step) {
        int next = rows.isEmpty() ? 0 : Math.clamp(selected + step, 0, rows.size() - 1);
        return new State(target, context, usual, rows, next, view, knob, 0, rollout, "", leaving);
    }

    State showing(View next) {
        return new State(target, context, usual, rows, selected, next, knob, 0, rollout, "", leaving);
    }

    State turning(Optional<Knob> next) {
        return new State(target, context, usual, rows, selected, view, next, scroll, rollout, "", leaving);
    }

    State scrolled(int step) {
        return new State(
                target, context, usual, rows, selected, view, knob, Math.max(0, scroll + step), rollout, "", leaving);
    }

    State following(Rollout next) {
        return new State(
                target, context, usual, rows, selected, view, knob, scroll, Optional.of(next), message, leaving);
    }

    State saying(String text) {
        return new State(target, context, usual, rows, selected, view, knob, scroll, rollout, text, leaving);
    }

    State left() {
        return new State(target, context, usual, rows, selected, view, knob, scroll, rollout, message, true);
    }

    /** Context, account and region, as far as they are known. */
    String where() {
        return target.map(Target::toString).orElse("context " + context);
    }

    boolean underWay() {
        return rollout.filter(change -> change.stage().underWay()).isPresent();
    }
}
