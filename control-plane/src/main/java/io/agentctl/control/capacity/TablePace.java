package io.agentctl.control.capacity;

import java.time.Duration;

/**
 * How often a table that is being updated is looked at, and for how long.
 *
 * @param poll between looks at first; each pause is twice the one before, up to sixteen times this
 * @param most that an update may take; a switch of modes takes several minutes
 */
public record TablePace(Duration poll, Duration most) {

    public static final TablePace USUAL = new TablePace(Duration.ofMillis(500), Duration.ofMinutes(30));

    private static final int LONGEST = 16;

    public TablePace {
        if (!poll.isPositive() || !most.isPositive()) {
            throw new IllegalArgumentException("a pace is positive: " + poll + ", " + most);
        }
    }

    /** How long to wait after a pause of this length. */
    Duration after(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        Duration longest = poll.multipliedBy(LONGEST);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }
}
