package io.agentctl.control.slo.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time that is read at one resolution.
 *
 * @param from a multiple of the period since the epoch
 * @param to the same, after {@code from}
 * @param period whole minutes
 */
record Stretch(Instant from, Instant to, Duration period) {

    /** Metrics that fall out of a resolution within the hour are read at the next. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /** How long CloudWatch keeps which resolution; source: CloudWatch service model, GetMetricData. */
    private enum Kept {
        MINUTES(Duration.ofDays(15), 60),
        FIVE_MINUTES(Duration.ofDays(63), 300),
        HOURS(Duration.ofDays(455), 3_600);

        private final Duration age;
        private final long seconds;

        Kept(Duration age, long seconds) {
            this.age = age;
            this.seconds = seconds;
        }

        /** The shortest period of this resolution that is not shorter than another. */
        private long atLeast(long wanted) {
            return Math.ceilDiv(wanted, seconds) * seconds;
        }
    }

    /**
     * A time cut into stretches, the oldest first, each as fine as CloudWatch still has it.
     *
     * @param finest the period of those that are young enough
     */
    static List<Stretch> of(Instant from, Instant to, Duration finest, Instant now) {
        List<Stretch> stretches = new ArrayList<>();
        long end = Math.floorDiv(to.getEpochSecond(), finest.toSeconds()) * finest.toSeconds();
        Kept[] all = Kept.values();
        for (int i = 0; i < all.length; i++) {
            long period = all[i].atLeast(finest.toSeconds());
            long oldest = now.minus(all[i].age).plus(MARGIN).getEpochSecond();
            // Where a coarser stretch goes on, both must end on a period of their own.
            long step = i + 1 < all.length ? common(period, all[i + 1].atLeast(finest.toSeconds())) : period;
            long begin = from.getEpochSecond() >= oldest
                    ? Math.ceilDiv(from.getEpochSecond(), period) * period
                    : Math.ceilDiv(oldest, step) * step;
            if (begin < end) {
                stretches.addFirst(new Stretch(
                        Instant.ofEpochSecond(begin), Instant.ofEpochSecond(end), Duration.ofSeconds(period)));
            }
            end = Math.min(end, begin);
            if (from.getEpochSecond() >= oldest) {
                break;
            }
        }
        return List.copyOf(stretches);
    }

    private static long common(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return one / a * other;
    }
}
