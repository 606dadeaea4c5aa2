package io.agentctl.cli.ecs.workbench;

import java.time.Duration;

/** How far back is looked, within what was read. */
enum LookBack {
    TWO_DAYS(2),
    WEEK(7),
    TEN_DAYS(10),
    FORTNIGHT(14);

    private final int days;

    LookBack(int days) {
        this.days = days;
    }

    Duration length() {
        return Duration.ofDays(days);
    }

    @Override
    public String toString() {
        return days + " days";
    }
}
