package io.agentctl.control.rightsizing;

import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/**
 * Loads whose structure is known, in percent of a task, every five minutes: rhythm, growth, noise, bursts and shifts.
 */
final class SyntheticLoad {

    static final int PER_DAY = 288;
    static final int FORTNIGHT = 14 * PER_DAY;
    /** A Monday, midnight. */
    static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final double[] values;

    private SyntheticLoad(double[] values) {
        this.values = values;
    }

    static SyntheticLoad flat(double percent, int samples) {
        double[] values = new double[samples];
        Arrays.fill(values, percent);
        return new SyntheticLoad(values);
    }

    /** A load of many kinds, drawn from a seed. */
    static SyntheticLoad random(long seed) {
        Random random = new Random(seed);
        double level = Math.exp(between(random, Math.log(2), Math.log(60)));
        SyntheticLoad load = flat(level, FORTNIGHT);
        if (random.nextInt(3) == 0) {
            load = load.daily(between(random, 0.1, 0.8));
        }
        if (random.nextDouble() < 0.4) {
            load = load.quietDays(random.nextInt(7), between(random, 0.05, 0.6));
        }
        if (random.nextDouble() < 0.25) {
            load = load.growing(between(random, -0.15, 0.3));
        }
        if (random.nextDouble() < 0.3) {
            load = load.shifted(random.nextInt(FORTNIGHT), Math.exp(0.35 * random.nextGaussian()));
        }
        load = load.noisy(random, Math.exp(between(random, Math.log(0.01), Math.log(0.3))), random.nextDouble());
        double kind = random.nextDouble();
        if (kind < 0.45) {
            load = load.bursts(random, Math.exp(between(random, Math.log(0.03), Math.log(6))), level);
        } else if (kind < 0.6) {
            load = load.job(random.nextInt(PER_DAY), PER_DAY, 1 + random.nextInt(12), level * between(random, 0.3, 4));
        } else if (kind < 0.7) {
            int week = 7 * PER_DAY;
            load = load.job(random.nextInt(week), week, 1 + random.nextInt(36), level * between(random, 0.3, 4));
        }
        return load;
    }

    /** A sine of a day, as a share of the level. */
    SyntheticLoad daily(double amplitude) {
        return each((index, value) -> value * (1 + amplitude * Math.sin(2 * Math.PI * index / PER_DAY)));
    }

    /** Two days a week, of which this is the first, that are quieter by a share. */
    SyntheticLoad quietDays(int first, double less) {
        return each((index, value) -> (index / PER_DAY + 7 - first) % 7 < 2 ? value * (1 - less) : value);
    }

    SyntheticLoad growing(double perWeek) {
        return each((index, value) -> value * (1 + perWeek * index / (7 * PER_DAY)));
    }

    SyntheticLoad shifted(int at, double factor) {
        return each((index, value) -> index >= at ? value * factor : value);
    }

    /** Multiplies with noise of a standard deviation whose neighbours are correlated. */
    SyntheticLoad noisy(Random random, double deviation, double correlation) {
        double[] noise = new double[values.length];
        double last = 0;
        for (int index = 0; index < noise.length; index++) {
            last = correlation * last + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            noise[index] = Math.max(0, 1 + deviation * last);
        }
        return each((index, value) -> value * noise[index]);
    }

    /** Adds a job that comes back every so many samples. */
    SyntheticLoad job(int at, int every, int length, double height) {
        return each((index, value) -> Math.floorMod(index - at, every) < length ? value + height : value);
    }

    /** Adds a load once. */
    SyntheticLoad once(int at, int length, double height) {
        return each((index, value) -> index >= at && index < at + length ? value + height : value);
    }

    private SyntheticLoad bursts(Random random, double perDay, double level) {
        SyntheticLoad load = this;
        int count = (int) Math.round(perDay * values.length / PER_DAY);
        double height = level * between(random, 0.3, 4);
        boolean alike = random.nextBoolean();
        for (int burst = 0; burst < count; burst++) {
            double factor = alike ? 1 : 0.5 * Math.pow(1 - random.nextDouble(), -0.5);
            load = load.once(random.nextInt(values.length), 1 + random.nextInt(12), height * factor);
        }
        return load;
    }

    SyntheticLoad times(double factor) {
        return each((index, value) -> value * factor);
    }

    SyntheticLoad without(int from, int until) {
        return each((index, value) -> index >= from && index < until ? Double.NaN : value);
    }

    /** As a task would report it: no more than all of its CPU. */
    Series percent() {
        return Series.of(START, Duration.ofMinutes(5), each((index, value) -> Math.min(100, value)).values);
    }

    private SyntheticLoad each(Change change) {
        double[] changed = new double[values.length];
        for (int index = 0; index < changed.length; index++) {
            changed[index] = change.apply(index, values[index]);
        }
        return new SyntheticLoad(changed);
    }

    private static double between(Random random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    private interface Change {
        double apply(int index, double value);
    }
}
