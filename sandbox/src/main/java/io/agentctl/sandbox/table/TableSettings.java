package io.agentctl.sandbox.table;

import java.time.Duration;

/**
 * How the control plane of tables behaves.
 *
 * @param updating how long an update is in progress
 * @param creating how long a table is CREATING and DELETING; the usual waiters look again only after twenty seconds
 * @param scalingLostOnSwitch whether a table that is switched to on-demand loses its scalable targets
 */
public record TableSettings(Duration updating, Duration creating, boolean scalingLostOnSwitch) {
    private static final Duration USUAL_UPDATING = Duration.ofMillis(300);

    /** Validates. */
    public TableSettings {
        if (updating.isNegative() || creating.isNegative()) {
            throw new IllegalArgumentException("updating and creating must not be negative");
        }
    }

    /** Updates that take just long enough to be met, and tables that are there at once. */
    public static TableSettings usual() {
        return new TableSettings(USUAL_UPDATING, Duration.ZERO, false);
    }
}
