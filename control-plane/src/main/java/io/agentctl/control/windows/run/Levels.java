package io.agentctl.control.windows.run;

import io.agentctl.control.windows.Level;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.state.Wish;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What should be true of a service: what somebody wishes for a while, or else what the windows say, or else awake. */
final class Levels {

    private final WindowFile rules;
    private final Instant at;

    Levels(WindowFile rules, Instant at) {
        this.rules = rules;
        this.at = at;
    }

    Level of(ServiceView view) {
        return of(view, view.state().wishAt(at));
    }

    /** The same with another wish than the one that is remembered. */
    Level of(ServiceView view, Optional<Wish> wish) {
        return wish.map(Levels::wished)
                .or(() -> byWindows(view))
                .orElseGet(() -> new Level(false, "", 0, false, "no window speaks of it"));
    }

    /**
     * True if a window speaks of it, or it is remembered for some reason: a service must come back without one too.
     *
     * @throws io.agentctl.control.error.AgentctlException BAD_DOCUMENT if it is not clear what windows say of it
     */
    boolean concern(ServiceView view) {
        return view.state().wishAt(at).isPresent()
                || byWindows(view).isPresent()
                || view.state().asleep().isPresent();
    }

    private Optional<Level> byWindows(ServiceView view) {
        Map<String, String> tags = view.count().tags();
        return rules.levelOf(view.name().service(), tags, at);
    }

    private static Level wished(Wish wish) {
        return new Level(
                wish.asleep(),
                "",
                0,
                false,
                (wish.asleep() ? "to sleep until " : "to be awake until ") + wish.until() + " by " + wish.by() + ": "
                        + wish.reason());
    }

    /** When the level changes next: by the wish's end or, without one, by the windows. */
    Optional<Instant> nextChange(ServiceView view) {
        return view.state()
                .wishAt(at)
                .map(Wish::until)
                .or(() -> rules.nextChange(view.name().service(), view.count().tags(), at));
    }
}
