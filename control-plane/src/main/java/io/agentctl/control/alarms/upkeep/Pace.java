package io.agentctl.control.alarms.upkeep;

import java.time.Duration;
import java.util.List;

/** How long changes take at the rates at which AWS takes them. */
final class Pace {

    /**
     * Changes of one kind a second: PutMetricAlarm, PutCompositeAlarm and DeleteAlarms each (CloudWatch User Guide,
     * "CloudWatch service quotas").
     */
    private static final int A_SECOND = 3;

    private Pace() {}

    /** Changes are made one after the other, so that the kinds add up. */
    static Duration of(List<AlarmChange> changes) {
        return Duration.ofSeconds((changes.size() + A_SECOND - 1) / A_SECOND);
    }
}
