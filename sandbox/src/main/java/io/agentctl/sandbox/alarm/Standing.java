package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.AlarmState;
import java.time.Instant;

/**
 * The state that an alarm is in.
 *
 * @param state the state
 * @param reason why, in words
 * @param reasonData why, as JSON; null where nobody gave any
 * @param updated since when state and reason are these
 * @param transitioned since when the state is this
 */
record Standing(AlarmState state, String reason, String reasonData, Instant updated, Instant transitioned) {
    /** Of an alarm that was just made. */
    static Standing initial(Instant now) {
        return new Standing(AlarmState.INSUFFICIENT_DATA, "Unchecked: Initial alarm creation", null, now, now);
    }

    Standing next(AlarmState next, String why, String data, Instant now) {
        return new Standing(next, why, data, now, next == state ? transitioned : now);
    }
}
