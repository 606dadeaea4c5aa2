package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.workload.Aggregate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statistic as it is named in requests. */
sealed interface Statistic {
    /** {@code p99.9}: a percentile. */
    Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,10})?|100)");

    /** The five that every metric has. */
    enum Basic implements Statistic {
        AVERAGE("Average"),
        MINIMUM("Minimum"),
        MAXIMUM("Maximum"),
        SUM("Sum"),
        SAMPLE_COUNT("SampleCount");

        private final String wireName;

        Basic(String wireName) {
            this.wireName = wireName;
        }

        double of(Aggregate aggregate) {
            if (aggregate.isEmpty()) {
                return Double.NaN;
            }
            return switch (this) {
                case AVERAGE -> aggregate.average();
                case MINIMUM -> aggregate.minimum();
                case MAXIMUM -> aggregate.maximum();
                case SUM -> aggregate.sum();
                case SAMPLE_COUNT -> aggregate.count();
            };
        }
    }

    /**
     * A percentile, which needs the single values.
     *
     * @param rank 0 to 100
     */
    record Percentile(double rank) implements Statistic {}

    /** Reads a statistic's name; refuses what the sandbox does not compute. */
    static Statistic parse(String name) {
        for (Basic basic : Basic.values()) {
            if (basic.wireName.equals(name)) {
                return basic;
            }
        }
        Matcher percentile = PERCENTILE.matcher(name);
        if (percentile.matches()) {
            return new Percentile(Double.parseDouble(percentile.group(1)));
        }
        throw CloudWatchErrors.validation("The value " + name
                + " for parameter Stat is not supported: use Average, Minimum, Maximum, Sum, SampleCount or pNN.");
    }
}
