package io.agentctl.control.windows.state;

import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.Suspension;
import java.util.Optional;

/**
 * What a service was before it was put to sleep.
 *
 * @param desired tasks wanted, above the floor that it sleeps at
 * @param bounds within which it scaled, or null if nothing scaled it
 * @param suspension what of its scaling was suspended already, or null if nothing scaled it
 */
public record Original(int desired, Bounds bounds, Suspension suspension) {

    public Original {
        if (desired < 1) {
            throw new IllegalArgumentException("a service without tasks has nothing to come back to");
        }
        if ((bounds == null) != (suspension == null)) {
            throw new IllegalArgumentException("bounds and suspensions belong together");
        }
    }

    /** The same with another count. */
    public Original withDesired(int count) {
        return new Original(count, bounds, suspension);
    }

    public Optional<Bounds> scaling() {
        return Optional.ofNullable(bounds);
    }

    /** {@code 3 tasks, scaling within 2-10}. */
    @Override
    public String toString() {
        String tasks = desired == 1 ? "1 task" : desired + " tasks";
        return bounds == null ? tasks : tasks + ", scaling within " + bounds;
    }
}
