package io.agentctl.control.lambda;

import java.time.Duration;

/**
 * How often Lambda is asked whether an update is done, and for how long.
 *
 * @param poll before the first look; every further one waits twice as long, up to sixteen times
 * @param most that an update or a new version may take; with SnapStart a version takes minutes
 */
public record UpdatePace(Duration poll, Duration most) {

    /** All control-plane calls of an account share 15 a second (Lambda Developer Guide, "Lambda quotas"). */
    public static final UpdatePace USUAL = new UpdatePace(Duration.ofMillis(250), Duration.ofMinutes(10));

    private static final int LONGEST = 16;

    public UpdatePace {
        if (!poll.isPositive() || !most.isPositive()) {
            throw new IllegalArgumentException("a pace is positive: " + poll + ", " + most);
        }
    }

    /** How long to wait after a pause of this length. */
    public Duration after(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        Duration longest = poll.multipliedBy(LONGEST);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }
}
