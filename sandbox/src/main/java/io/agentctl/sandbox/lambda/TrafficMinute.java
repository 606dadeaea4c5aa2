package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.workload.Aggregate;
import io.agentctl.sandbox.workload.Noise;

/**
 * What others' invocations of one minute come to; a pure function of the function's seed, the minute, and the size that
 * was in force.
 *
 * @param count how many ran; a whole number, as the two after it are
 * @param errors how many of them failed
 * @param throttled how many were refused besides
 * @param concurrency how many ran at once on average: rate times duration (Little 1961)
 * @param peak how many ran at once at most
 * @param era the size in force
 */
record TrafficMinute(double count, double errors, double throttled, double concurrency, double peak, FunctionEra era) {
    private static final long COUNT = 0x5eed_0f_c047L;
    private static final long ERRORS = 0x5eed_0f_e440L;
    private static final long PEAK = 0x5eed_0f_4ea6L;
    private static final double MILLIS_PER_MINUTE = 60_000;
    /** Arrivals are as good as Poisson: within a minute their number at once goes so many deviations up. */
    private static final double DEVIATIONS = 2.5;
    /** Only at its peaks does a minute go beyond a limit. */
    private static final double SHARE_OF_PEAKS = 0.25;

    static TrafficMinute of(long seed, double rate, long minute, FunctionSeed.Behaviour behaviour, FunctionEra era) {
        double wanted = Math.floor(rate + Noise.uniform(seed ^ COUNT, minute));
        double mean = behaviour.durations().meanMillis(era.memory());
        double concurrency = wanted * mean / MILLIS_PER_MINUTE;
        double swing = DEVIATIONS * (0.7 + 0.6 * Noise.uniform(seed ^ PEAK, minute)) * Math.sqrt(concurrency);
        double peak = Math.max(1, Math.rint(concurrency + swing));
        double throttled = peak > era.limit() ? Math.rint(wanted * SHARE_OF_PEAKS * (peak - era.limit()) / peak) : 0;
        double count = era.limit() == 0 ? 0 : wanted - throttled;
        double errors = Math.floor(count * behaviour.failureRate() + Noise.uniform(seed ^ ERRORS, minute));
        return new TrafficMinute(
                count,
                Math.min(count, errors),
                wanted - count,
                Math.min(concurrency, era.limit()),
                Math.min(peak, era.limit()),
                era);
    }

    /** How many found nothing that was kept ready. */
    double spilled() {
        return peak > era.provisioned() ? Math.rint(count * SHARE_OF_PEAKS * (peak - era.provisioned()) / peak) : 0;
    }

    void collect(LambdaMetric metric, Durations durations, Aggregate into) {
        if (metric.ofProvisioned() && era.provisioned() == 0) {
            return;
        }
        switch (metric) {
            case INVOCATIONS -> into.add(count, count, 1, 1);
            case ERRORS -> counts(errors, count, into);
            case THROTTLES -> counts(throttled, count + throttled, into);
            case DURATION ->
                into.add(
                        count * durations.meanMillis(era.memory()),
                        count,
                        durations.quantileMillis(era.memory(), 0.5 / (count + 1)),
                        durations.quantileMillis(era.memory(), 1 - 0.5 / (count + 1)));
            case CONCURRENT_EXECUTIONS -> levels(concurrency, peak, 1, into);
            case PROVISIONED_EXECUTIONS -> levels(ready(concurrency), ready(peak), 1, into);
            case PROVISIONED_UTILIZATION -> levels(ready(concurrency), ready(peak), era.provisioned(), into);
            case PROVISIONED_INVOCATIONS -> counts(count - spilled(), count, into);
            case SPILLOVER_INVOCATIONS -> counts(spilled(), count, into);
        }
    }

    private double ready(double atOnce) {
        return Math.min(atOnce, era.provisioned());
    }

    private static void counts(double occurred, double of, Aggregate into) {
        into.add(occurred, of, occurred == of ? 1 : 0, occurred > 0 ? 1 : 0);
    }

    private void levels(double average, double most, double of, Aggregate into) {
        into.add(average / of * count, count, Math.min(average, 1) / of, most / of);
    }
}
