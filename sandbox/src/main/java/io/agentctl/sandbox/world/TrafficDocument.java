package io.agentctl.sandbox.world;

import io.agentctl.sandbox.lambda.Traffic;
import io.agentctl.sandbox.workload.SyntheticWorkload;
import io.agentctl.sandbox.workload.Workload;

/**
 * How often a function is invoked by others; a pattern as that of a service's workload.
 *
 * @param perMinute mean invocations a minute on a working day, when history began
 * @param qualifier the alias or version that is invoked; {@code $LATEST} without it
 * @param dailyAmplitude how far the daily wave swings, 0 to 1
 * @param peakHour UTC
 * @param weekendFactor of a working day's
 * @param growthPerWeek relative
 * @param noise relative standard deviation
 * @param burstFactor what a burst multiplies by
 * @param burstsPerDay how many, of five minutes
 */
record TrafficDocument(
        Double perMinute,
        String qualifier,
        Double dailyAmplitude,
        Integer peakHour,
        Double weekendFactor,
        Double growthPerWeek,
        Double noise,
        Double burstFactor,
        Double burstsPerDay) {
    private static final double MOST_PER_MINUTE = 1e7;

    /** Fills in defaults and validates. */
    TrafficDocument {
        qualifier = qualifier == null ? "$LATEST" : qualifier;
        if (perMinute == null || !(perMinute > 0 && perMinute <= MOST_PER_MINUTE)) {
            throw new IllegalArgumentException("traffic needs perMinute, above 0 and at most 10000000");
        }
    }

    Traffic toTraffic(long originMinute, long seed) {
        SyntheticWorkload.Shape shape = new WorkloadDocument.PatternDocument(
                        perMinute,
                        0.0,
                        null,
                        dailyAmplitude,
                        peakHour,
                        weekendFactor,
                        growthPerWeek,
                        noise,
                        burstFactor,
                        burstsPerDay)
                .toShape();
        Workload pattern = new SyntheticWorkload(shape, new Workload.PerTask(0, 0, 0), originMinute, seed);
        return new Traffic(pattern::cpuUnits, qualifier, originMinute);
    }
}
