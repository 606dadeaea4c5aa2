package io.agentctl.alarm.math;

/**
 * The times of the values of every series in a computation.
 *
 * @param firstSecond when the first period begins, since the epoch
 * @param periodSeconds the length of each
 * @param count how many
 */
public record Times(long firstSecond, int periodSeconds, int count) {

    /** When a period begins. */
    long second(int index) {
        return firstSecond + (long) index * periodSeconds;
    }
}
