package io.agentctl.control.windows.run;

import io.agentctl.control.plan.Target;
import java.time.Instant;
import java.util.List;

/**
 * What the windows would do now.
 *
 * @param target the account and region
 * @param at the instant that the windows were asked about
 * @param decisions for each service that they speak of, in the order of the names
 * @param unhandled services that cannot be handled, each with why
 */
public record WindowPlan(Target target, Instant at, List<Decision> decisions, List<Unhandled> unhandled) {

    public WindowPlan {
        decisions = List.copyOf(decisions);
        unhandled = List.copyOf(unhandled);
    }

    /** The services that there is something to do with. */
    public List<Decision> deeds() {
        return decisions.stream().filter(Decision::acts).toList();
    }
}
