package io.agentctl.control.windows.state;

import java.time.Instant;

/**
 * What somebody wants of a service for a while, whatever its windows say.
 *
 * @param asleep true to have it asleep, false to have it awake
 * @param until when the windows count again
 * @param reason why, in the words of who asked
 * @param by who asked
 */
public record Wish(boolean asleep, Instant until, String reason, String by) {

    /** True while it counts. */
    public boolean holds(Instant at) {
        return at.isBefore(until);
    }
}
