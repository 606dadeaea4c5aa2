package io.agentctl.alarm.metric;

/** A metric, or math over some, as an alarm reads it. */
@FunctionalInterface
public interface DatapointSource {
    /**
     * The periods before a time.
     *
     * @param endSecond when the last period ends, since the epoch
     * @param periods how many
     */
    Datapoints before(long endSecond, int periods);
}
