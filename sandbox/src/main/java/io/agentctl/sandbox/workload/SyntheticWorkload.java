package io.agentctl.sandbox.workload;

import java.util.Objects;

/**
 * A workload with a daily and a weekly rhythm, growth, drift, noise and bursts.
 *
 * @param shape the pattern's figures
 * @param perTask what every task uses besides
 * @param originMinute the minute at which growth begins, since the epoch
 * @param seed decides drift, noise and bursts
 */
public record SyntheticWorkload(Shape shape, PerTask perTask, long originMinute, long seed) implements Workload {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 1440;
    private static final int MINUTES_PER_WEEK = 10_080;
    /** The epoch began on a Thursday; four days later it was Monday. */
    private static final long FIRST_MONDAY = 4L * MINUTES_PER_DAY;

    private static final int DRIFT_MINUTES = 45;
    private static final long DRIFT_SALT = 0x5eed_0001L;
    private static final long NOISE_SALT = 0x5eed_0002L;
    private static final long BURST_SALT = 0x5eed_0003L;

    /** Validates. */
    public SyntheticWorkload {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(perTask, "perTask");
    }

    /**
     * The figures of a pattern.
     *
     * @param cpuUnits mean CPU units of the whole service on a working day, at the origin
     * @param memoryMebibytes MiB of the whole service's work at mean load, at the origin
     * @param memoryFollowsLoad how much of that memory follows the load, 0 (constant) to 1 (proportional)
     * @param dailyAmplitude how far the daily wave swings around the mean, 0 to 1
     * @param peakHour the hour of day (UTC) of the daily peak, 0 to 23
     * @param weekendFactor Saturdays' and Sundays' load as a factor of a working day's
     * @param growthPerWeek relative growth a week; 0.03 is 3 %
     * @param noise standard deviation of the minute-to-minute noise, relative
     * @param burstFactor what a burst multiplies the load by, at least 1
     * @param burstsPerDay how many bursts a day, each lasting five minutes
     */
    public record Shape(
            double cpuUnits,
            double memoryMebibytes,
            double memoryFollowsLoad,
            double dailyAmplitude,
            int peakHour,
            double weekendFactor,
            double growthPerWeek,
            double noise,
            double burstFactor,
            double burstsPerDay) {
        /** Validates. */
        public Shape {
            require(cpuUnits >= 0 && memoryMebibytes >= 0, "cpu and memory must not be negative");
            require(memoryFollowsLoad >= 0 && memoryFollowsLoad <= 1, "memoryFollowsLoad must be within 0..1");
            require(dailyAmplitude >= 0 && dailyAmplitude <= 1, "dailyAmplitude must be within 0..1");
            require(peakHour >= 0 && peakHour < 24, "peakHour must be within 0..23");
            require(weekendFactor >= 0, "weekendFactor must not be negative");
            require(growthPerWeek > -1 && growthPerWeek < 10, "growthPerWeek must be above -1 and below 10");
            require(noise >= 0 && noise <= 1, "noise must be within 0..1");
            require(burstFactor >= 1, "burstFactor must be at least 1");
            require(burstsPerDay >= 0 && burstsPerDay <= 288, "burstsPerDay must be within 0..288");
        }

        private static void require(boolean holds, String message) {
            if (!holds) {
                throw new IllegalArgumentException(message);
            }
        }
    }

    @Override
    public double cpuUnits(long epochMinute) {
        double jitter = 1 + shape.noise * Noise.normal(seed ^ NOISE_SALT, epochMinute);
        return shape.cpuUnits * Math.max(0.02, level(epochMinute) * jitter) * burst(epochMinute);
    }

    @Override
    public double memoryMebibytes(long epochMinute) {
        double following = 1 - shape.memoryFollowsLoad + shape.memoryFollowsLoad * level(epochMinute);
        return shape.memoryMebibytes * following * growth(epochMinute) / growthInLevel(epochMinute);
    }

    /** The load without noise and bursts, relative to the mean of a working day. */
    private double level(long minute) {
        int ofDay = (int) Math.floorMod(minute, (long) MINUTES_PER_DAY);
        double phase = 2 * Math.PI * (ofDay - shape.peakHour * MINUTES_PER_HOUR) / MINUTES_PER_DAY;
        double daily = 1 + shape.dailyAmplitude * Math.cos(phase);
        double drift = 1 + shape.noise * Noise.drift(seed ^ DRIFT_SALT, minute, DRIFT_MINUTES);
        return daily * weekly(minute) * growth(minute) * Math.max(0.1, drift);
    }

    private double weekly(long minute) {
        long ofWeek = Math.floorMod(minute - FIRST_MONDAY, (long) MINUTES_PER_WEEK);
        return ofWeek >= 5L * MINUTES_PER_DAY ? shape.weekendFactor : 1;
    }

    private double growth(long minute) {
        return 1 + shape.growthPerWeek * (minute - originMinute) / MINUTES_PER_WEEK;
    }

    /** Memory that follows the load has grown with it already; the rest grows by itself. */
    private double growthInLevel(long minute) {
        return 1 + (growth(minute) - 1) * shape.memoryFollowsLoad;
    }

    private double burst(long minute) {
        if (shape.burstsPerDay == 0) {
            return 1;
        }
        boolean bursting = Noise.uniform(seed ^ BURST_SALT, Math.floorDiv(minute, 5L)) < shape.burstsPerDay / 288;
        return bursting ? shape.burstFactor : 1;
    }
}
