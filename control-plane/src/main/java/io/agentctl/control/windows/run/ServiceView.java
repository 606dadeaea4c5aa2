package io.agentctl.control.windows.run;

import io.agentctl.control.ecs.ServiceCount;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.scaling.ScalingLimits;
import io.agentctl.control.windows.state.Original;
import io.agentctl.control.windows.state.ServiceState;
import java.util.Optional;

/**
 * A service as it was found.
 *
 * @param count how many tasks it has
 * @param scaling how it scales, or null if it does not
 * @param state what is remembered of it
 */
record ServiceView(ServiceCount count, ScalingLimits scaling, ServiceState state) {

    ServiceName name() {
        return count.name();
    }

    Optional<ScalingLimits> scaled() {
        return Optional.ofNullable(scaling);
    }

    /** What to come back to, if it were put to sleep now. */
    Original original() {
        return new Original(
                count.desired(),
                scaling == null ? null : scaling.bounds(),
                scaling == null ? null : scaling.suspension());
    }
}
