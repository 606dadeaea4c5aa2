package io.agentctl.cli.ecs.workbench;

import io.agentctl.cli.ecs.workbench.State.View;
import io.agentctl.cli.screen.Key;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.rightsizing.SizeTrial;
import java.util.Optional;
import java.util.stream.Collectors;

/** What keys do: from a state and a key to a state, and what is asked of the world. */
final class Keyboard {

    private static final int PAGE = 10;

    private Keyboard() {}

    /** What a key leads to. */
    record Step(State state, Wish wish) {
        static Step to(State state) {
            return new Step(state, new Wish.Nothing());
        }
    }

    static Step pressed(State state, Key key) {
        State quiet = state.saying("");
        return switch (key.name()) {
            case INTERRUPT -> leave(quiet);
            case CHARACTER -> character(quiet, key.text());
            case UP -> Step.to(vertical(quiet, -1));
            case DOWN -> Step.to(vertical(quiet, 1));
            case PAGE_UP -> Step.to(vertical(quiet, -PAGE));
            case PAGE_DOWN -> Step.to(vertical(quiet, PAGE));
            case LEFT -> Step.to(horizontal(quiet, -1));
            case RIGHT -> Step.to(horizontal(quiet, 1));
            case ENTER -> Step.to(entered(quiet));
            case TAB, BACK_TAB ->
                Step.to(
                        quiet.view() == View.BENCH
                                ? quiet.turning(quiet.knob().isPresent() ? Optional.empty() : Optional.of(Knob.CPU))
                                : quiet.showing(View.BENCH));
            case ESCAPE, BACKSPACE ->
                Step.to(quiet.view() == View.BENCH ? quiet.turning(Optional.empty()) : quiet.showing(View.BENCH));
            case PASTED -> Step.to(quiet.saying("what is pasted is not taken for keys"));
            case UNKNOWN -> Step.to(quiet);
        };
    }

    private static Step character(State state, String text) {
        if (state.view() == View.CONFIRMATION) {
            return text.equalsIgnoreCase("y")
                    ? apply(state)
                    : Step.to(state.showing(View.BENCH).saying("nothing was changed"));
        }
        return switch (text) {
            case "q", "Q" -> leave(state);
            case "e" -> Step.to(shown(state, View.EXPLANATION));
            case "p" -> Step.to(shown(state, View.PLAN));
            case "a" -> Step.to(asked(state));
            case "r" -> rollBack(state);
            case "o" ->
                Step.to(
                        state.rollout().isPresent()
                                ? state.showing(View.ROLLOUT)
                                : state.saying("nothing was changed here yet"));
            case "0" -> Step.to(unmoved(state));
            case "?", "h" -> Step.to(state.showing(state.view() == View.HELP ? View.BENCH : View.HELP));
            case "j" -> Step.to(vertical(state, 1));
            case "k" -> Step.to(vertical(state, -1));
            default -> Step.to(state.saying("? shows what keys do"));
        };
    }

    private static State vertical(State state, int step) {
        if (state.view() != View.BENCH) {
            return state.scrolled(step);
        }
        return state.knob().isPresent()
                ? state.turning(state.knob().map(knob -> knob.after(step)))
                : state.selecting(step);
    }

    private static State horizontal(State state, int step) {
        if (state.view() != View.BENCH) {
            return state;
        }
        if (state.knob().isEmpty()) {
            return step > 0 ? state.turning(Optional.of(Knob.CPU)) : state;
        }
        return state.row()
                .map(row -> switch (state.knob().get()) {
                    case CPU, MEMORY, TASKS -> sized(state, row, step);
                    case RISK -> state.with(row.trying(row.choice().withAppetite(step)));
                    case LOOK_BACK -> state.with(row.trying(row.choice().withLookBack(step)));
                })
                .orElse(state);
    }

    private static State sized(State state, Row row, int step) {
        Optional<SizeTrial> trial = trial(state);
        if (trial.isEmpty()) {
            return state.saying(untried(state));
        }
        Knob knob = state.knob().orElseThrow();
        if (knob == Knob.TASKS && !trial.get().countIsFree()) {
            return state.saying("scaling moves the number of tasks; see 'ecs scale' for its bounds");
        }
        Choice choice = row.choice();
        return state.with(row.trying(
                switch (knob) {
                    case CPU -> choice.withCpu(trial.get(), step);
                    case MEMORY -> choice.withMemory(trial.get(), step);
                    case TASKS -> choice.withTasks(trial.get(), step);
                    case RISK, LOOK_BACK -> choice;
                }));
    }

    private static State entered(State state) {
        return switch (state.view()) {
            case BENCH -> state.turning(state.knob().isPresent() ? Optional.empty() : Optional.of(Knob.CPU));
            case EXPLANATION, PLAN, HELP, ROLLOUT -> state.showing(View.BENCH);
            case CONFIRMATION -> state.showing(View.BENCH).saying("nothing was changed");
        };
    }

    private static State shown(State state, View view) {
        return trial(state).isPresent() ? state.showing(view) : state.saying(untried(state));
    }

    private static State unmoved(State state) {
        return state.row()
                .map(row -> state.with(row.trying(row.choice().unmoved())))
                .orElse(state);
    }

    private static State asked(State state) {
        if (state.underWay()) {
            return state.saying("a change is under way: o shows it, r rolls it back");
        }
        if (trial(state).isEmpty()) {
            return state.saying(untried(state));
        }
        return plan(state).isPresent()
                ? state.showing(View.CONFIRMATION)
                : state.saying("that is what runs already: there is nothing to change");
    }

    private static Step apply(State state) {
        Optional<ResourcePlan> plan = plan(state);
        if (plan.isEmpty()) {
            return Step.to(state.showing(View.BENCH));
        }
        String service = state.row().orElseThrow().service();
        String summary = plan.get().changes().stream().map(Keyboard::words).collect(Collectors.joining(", "));
        return new Step(
                state.following(Rollout.begun(service, summary)).showing(View.ROLLOUT),
                new Wish.Apply(service, plan.get()));
    }

    private static Step rollBack(State state) {
        Optional<Rollout> last = state.rollout();
        if (last.isEmpty()) {
            return Step.to(state.saying("nothing was changed here that could be rolled back"));
        }
        return switch (last.get().stage()) {
            case APPLYING, APPLIED, FAILED ->
                new Step(
                        state.following(last.get().at(Rollout.Stage.ROLLING_BACK, ""))
                                .showing(View.ROLLOUT),
                        new Wish.RollBack(last.get().service()));
            case ROLLING_BACK -> Step.to(state.saying("it is being rolled back already"));
            case ROLLED_BACK -> Step.to(state.saying("it was rolled back already"));
        };
    }

    /** A change goes on if somebody leaves it: that must be said first. */
    private static Step leave(State state) {
        String warning = "a change is under way; press q again to leave it to itself, r to roll it back";
        boolean warned =
                state.rollout().filter(last -> last.counted().equals(warning)).isPresent();
        return Step.to(
                state.underWay() && !warned
                        ? state.following(state.rollout().orElseThrow().counting(warning))
                                .saying(warning)
                        : state.left());
    }

    static Optional<SizeTrial> trial(State state) {
        return state.row().flatMap(row -> row.bench().flatMap(row.choice()::trial));
    }

    /** The changes that the choice leads to. */
    static Optional<ResourcePlan> plan(State state) {
        return trial(state).flatMap(trial -> {
            Choice choice = state.row().orElseThrow().choice();
            return trial.plan(trial.of(choice.size(trial), choice.tasks(trial)));
        });
    }

    /** Why nothing can be tried on what is selected. */
    static String untried(State state) {
        if (state.row().isEmpty()) {
            return "there is no service";
        }
        Row row = state.row().get();
        if (!row.problem().isEmpty()) {
            return row.problem();
        }
        if (row.bench().isEmpty()) {
            return row.service() + " is still being read";
        }
        return row.bench().get().hasSize()
                ? row.service() + " is being computed for " + row.choice().lookBack()
                : "the tasks of " + row.service() + " have no size that Fargate has";
    }

    private static String words(Change change) {
        return change.field() + " " + change.from() + " to " + change.to();
    }
}
