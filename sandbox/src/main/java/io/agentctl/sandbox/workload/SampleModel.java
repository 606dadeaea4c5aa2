package io.agentctl.sandbox.workload;

import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * What is measured of something that occurs over and over, such as requests: a pure function of the seed and the
 * minute, so that a past of any length takes no memory.
 *
 * @param perMinute how often it occurs in a minute
 * @param values what is measured of each
 * @param incidents times at which it was otherwise
 * @param seed decides noise
 * @param countSeed decides how a number of occurrences is rounded; one seed for all that is measured of the same
 */
public record SampleModel(
        LongToDoubleFunction perMinute, Values values, List<Incident> incidents, long seed, long countSeed) {
    private static final long COUNT = 0x5eed_0a_c047L;
    private static final long LEVEL = 0x5eed_0a_1e7eL;
    private static final long SHARE = 0x5eed_0a_54a4L;

    /** Copies. */
    public SampleModel {
        incidents = List.copyOf(incidents);
    }

    /** Takes values with how often each occurred. */
    @FunctionalInterface
    public interface Sink {
        /** Takes a value. */
        void add(double value, double count);
    }

    /** What is measured of each occurrence. */
    public sealed interface Values {
        /**
         * Positive and skewed, as durations are: log-normal.
         *
         * @param median half of the samples are below it
         * @param p99 one in a hundred is above it
         * @param noise relative standard deviation of the median from minute to minute
         */
        record Skewed(double median, double p99, double noise) implements Values {
            /** Validates. */
            public Skewed {
                if (!(median > 0 && p99 >= median && noise >= 0 && noise <= 1)) {
                    throw new IllegalArgumentException(
                            "a median is above 0, p99 at least the median, and noise within 0..1");
                }
            }
        }

        /**
         * One value for a share of the samples, 0 for the others.
         *
         * @param share 0 to 1
         * @param value what those have
         */
        record Share(double share, double value) implements Values {
            /** Validates. */
            public Share {
                if (!(share >= 0 && share <= 1)) {
                    throw new IllegalArgumentException("a share is within 0..1");
                }
            }
        }

        /** The same for all. */
        record Same(double value) implements Values {}
    }

    /**
     * A time at which it was otherwise.
     *
     * @param fromMinute since the epoch
     * @param toMinute before which it ends
     * @param factor what values are multiplied by
     * @param share what share of the samples has the value; negative where it is as usual
     * @param traffic what the number of samples is multiplied by
     */
    public record Incident(long fromMinute, long toMinute, double factor, double share, double traffic) {
        /** Validates. */
        public Incident {
            if (!(toMinute > fromMinute && factor >= 0 && share <= 1 && traffic >= 0)) {
                throw new IllegalArgumentException(
                        "an incident lasts, its factor and traffic are not negative, and its share is at most 1");
            }
        }
    }

    /** Gives the samples of one minute since the epoch. */
    public void collect(long minute, Sink sink) {
        Incident incident = incident(minute);
        double traffic = incident == null ? 1 : incident.traffic();
        double rate = Math.max(0, perMinute.applyAsDouble(minute)) * traffic;
        double count = Math.floor(rate + Noise.uniform(countSeed ^ COUNT, minute));
        switch (values) {
            case Values.Same same -> sink.add(same.value(), count);
            case Values.Share share -> {
                double usual = incident == null || incident.share() < 0 ? share.share() : incident.share();
                double some = Math.min(count, Math.floor(count * usual + Noise.uniform(seed ^ SHARE, minute)));
                sink.add(share.value(), some);
                sink.add(0, count - some);
            }
            case Values.Skewed skewed -> {
                double factor = incident == null ? 1 : incident.factor();
                double level = Math.max(0.1, 1 + skewed.noise() * Noise.normal(seed ^ LEVEL, minute));
                Quantiles.spread(skewed.median() * level * factor, skewed.p99() / skewed.median(), count, sink);
            }
        }
    }

    private Incident incident(long minute) {
        for (Incident incident : incidents) {
            if (minute >= incident.fromMinute() && minute < incident.toMinute()) {
                return incident;
            }
        }
        return null;
    }
}
