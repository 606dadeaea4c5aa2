package io.agentctl.alarm.metric;

import java.util.Arrays;

/**
 * Consecutive periods of what an alarm looks at.
 *
 * @param values oldest first, NaN where there is no data
 * @param samples from how many samples each value comes, in the same order; infinite where that does not matter
 */
@SuppressWarnings("ArrayRecordComponent") // Made anew for each evaluation, never compared.
public record Datapoints(double[] values, double[] samples) {

    public Datapoints {
        if (values.length != samples.length) {
            throw new IllegalArgumentException("each value has its number of samples");
        }
    }

    /** Values for which the number of samples does not matter. */
    public static Datapoints of(double... values) {
        double[] samples = new double[values.length];
        Arrays.fill(samples, Double.POSITIVE_INFINITY);
        return new Datapoints(values, samples);
    }
}
