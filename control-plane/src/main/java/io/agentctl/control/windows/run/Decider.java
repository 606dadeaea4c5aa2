package io.agentctl.control.windows.run;

import io.agentctl.control.windows.Level;
import io.agentctl.control.windows.state.Sleeping;
import java.util.Optional;

/**
 * Decides from what should be true of a service, and what is, what to do. It asks for the level, never for what was
 * missed: a run after an outage decides as any other.
 */
final class Decider {

    private Decider() {}

    static Decision decide(ServiceView view, Level level) {
        Optional<Sleeping> asleep = view.state().asleep();
        if (asleep.isEmpty()) {
            return level.asleep() ? whileAwake(view, level) : nothing(view, level, "awake: " + level.why());
        }
        if (view.count().createdAt().isAfter(asleep.get().since())) {
            return decision(
                    view, level, Deed.FORGET, view.count().desired(), "it was made anew since it was put to sleep");
        }
        return level.asleep() ? whileAsleep(view, level, asleep.get()) : waking(view, level, asleep.get());
    }

    private static Decision whileAwake(ServiceView view, Level level) {
        int desired = view.count().desired();
        if (desired <= level.floor()) {
            return nothing(view, level, "left alone: it has " + tasks(desired) + " already, and nobody to bring back");
        }
        return decision(view, level, Deed.SLEEP, level.floor(), level.why());
    }

    private static Decision waking(ServiceView view, Level level, Sleeping asleep) {
        int desired = view.count().desired();
        boolean kept = desired != asleep.floor();
        return decision(
                view,
                level,
                Deed.WAKE,
                kept ? desired : asleep.original().desired(),
                kept ? level.why() + "; somebody set " + tasks(desired) + " meanwhile, which is kept" : level.why());
    }

    private static Decision whileAsleep(ServiceView view, Level level, Sleeping asleep) {
        int desired = view.count().desired();
        if (level.floor() >= asleep.original().desired()) {
            return waking(view, level, asleep);
        }
        if (desired != asleep.floor()) {
            return level.enforce()
                    ? decision(
                            view,
                            level,
                            Deed.PUT_BACK,
                            level.floor(),
                            "somebody set " + tasks(desired) + ", and window " + level.window() + " is enforced")
                    : nothing(view, level, "left alone: somebody set " + tasks(desired) + " while it slept");
        }
        if (level.floor() != asleep.floor()) {
            return decision(view, level, Deed.MOVE_FLOOR, level.floor(), level.why());
        }
        return view.scaled().isPresent() && !held(view, asleep) && level.enforce()
                ? decision(view, level, Deed.PUT_BACK, level.floor(), "somebody let it scale again")
                : nothing(view, level, "asleep: " + level.why());
    }

    private static boolean held(ServiceView view, Sleeping asleep) {
        return asleep.original().scaling().isEmpty()
                || (view.scaling().min() == HoldScaling.held(asleep) && HoldScaling.suspended(view.scaling()));
    }

    private static Decision nothing(ServiceView view, Level level, String why) {
        return decision(view, level, Deed.NOTHING, view.count().desired(), why);
    }

    private static Decision decision(ServiceView view, Level level, Deed deed, int to, String why) {
        return new Decision(view.name(), level, view.count().desired(), to, deed, why);
    }

    static String tasks(int count) {
        return count == 1 ? "1 task" : count + " tasks";
    }
}
