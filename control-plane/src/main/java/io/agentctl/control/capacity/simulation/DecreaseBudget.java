package io.agentctl.control.capacity.simulation;

/**
 * How often throughput may be lowered: four times in a UTC day at any time, and once more whenever there was none in
 * the hour before, which makes 27 at most (DynamoDB Developer Guide, "Quotas", decreasing provisioned throughput).
 */
public final class DecreaseBudget {

    /** How many at any time of a day. */
    public static final int FREELY = 4;

    /** How many in a day at most. */
    public static final int MOST_A_DAY = 27;

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private long day = Long.MIN_VALUE;
    private int today;
    private long last = Long.MIN_VALUE / 2;

    /** Takes one, if there is one left at a minute since the epoch; minutes never go back. */
    boolean take(long epochMinute) {
        long thisDay = Math.floorDiv(epochMinute, DAY);
        if (thisDay != day) {
            day = thisDay;
            today = 0;
        }
        if (!allowed(today, epochMinute - last)) {
            return false;
        }
        today++;
        last = epochMinute;
        return true;
    }

    /**
     * True if one more is allowed.
     *
     * @param today how many there were this UTC day
     * @param minutesSince minutes since the last
     */
    public static boolean allowed(int today, long minutesSince) {
        return today < FREELY || (today < MOST_A_DAY && minutesSince >= HOUR);
    }
}
