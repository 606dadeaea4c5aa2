package io.agentctl.control.alarms.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * The whole minutes at which alarms are decided, one after the other.
 *
 * @param firstSecond the first, since the epoch
 * @param count how many
 */
public record Minutes(long firstSecond, int count) {

    static final int MINUTE = 60;

    /**
     * From one time to before another.
     *
     * @throws IllegalArgumentException if the first is no whole minute, or the stretch is empty
     */
    public static Minutes between(Instant from, Instant to) {
        if (from.getEpochSecond() % MINUTE != 0 || from.getNano() != 0) {
            throw new IllegalArgumentException("alarms are decided at whole minutes, not at " + from);
        }
        long count = Math.ceilDiv(Duration.between(from, to).toSeconds(), (long) MINUTE);
        if (count < 1) {
            throw new IllegalArgumentException("there is no minute between " + from + " and " + to);
        }
        return new Minutes(from.getEpochSecond(), Math.toIntExact(count));
    }

    long second(int index) {
        return firstSecond + (long) index * MINUTE;
    }

    /** When a minute is; one past the last is allowed. */
    public Instant time(int index) {
        return Instant.ofEpochSecond(second(index));
    }

    public Instant from() {
        return time(0);
    }

    public Instant to() {
        return time(count);
    }
}
