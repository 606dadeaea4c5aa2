package io.agentctl.control.windows.run;

import io.agentctl.control.plan.Target;
import io.agentctl.control.windows.state.Wish;
import java.util.Optional;

/**
 * What a wish would do.
 *
 * @param target the account and region
 * @param before the wish that is remembered now
 * @param wish the wish that is to count; empty to let the windows count again
 * @param decision what that means for the service now
 */
public record WishPlan(Target target, Optional<Wish> before, Optional<Wish> wish, Decision decision) {

    /** True if there is nothing to note and nothing to do. */
    public boolean isEmpty() {
        return before.equals(wish) && !decision.acts();
    }
}
