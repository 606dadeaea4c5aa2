package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Setting;
import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import java.util.Optional;

/**
 * A meter's setting once its table is provisioned.
 *
 * @param setting a provisioned one
 * @param units a second that it begins with
 * @param meter what a reader is shown of it
 */
record MeterChoice(Setting setting, int units, ProvisionedMeter meter) {

    /** The bounds, if it scales. */
    Optional<AutoScaled> scaled() {
        return setting instanceof AutoScaled scaled ? Optional.of(scaled) : Optional.empty();
    }
}
