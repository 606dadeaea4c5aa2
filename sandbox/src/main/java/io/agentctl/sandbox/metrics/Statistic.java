package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.workload.Aggregate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statistic as it is named in requests (CloudWatch User Guide, "CloudWatch statistics definitions"). */
sealed interface Statistic {
    /** {@code p99.9}: a percentile. */
    Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,10})?|100)");

    /** {@code TC(:500)}, {@code TM(10%:90%)}: what is inside a range of values or of percent of the samples. */
    Pattern RANGE = Pattern.compile("(TM|WM|TC|TS|PR)\\(((?:-?[\\d.]+%?)?):((?:-?[\\d.]+%?)?)\\)");

    /** {@code tm99}: up to a percentile. */
    Pattern UP_TO = Pattern.compile("(tm|wm|tc|ts)(\\d{1,2}(?:\\.\\d{1,10})?)");

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

    /**
     * What lies within a range, which needs the single values.
     *
     * @param kind what is made of it
     * @param lower values above it, or percent of the samples
     * @param upper values up to it, or percent of the samples
     * @param percent whether the bounds are percent of the samples
     */
    record Within(Kind kind, double lower, double upper, boolean percent) implements Statistic {
        enum Kind {
            TRIMMED_MEAN("TM"),
            WINSORIZED_MEAN("WM"),
            TRIMMED_COUNT("TC"),
            TRIMMED_SUM("TS"),
            PERCENTILE_RANK("PR");

            private final String wireName;

            Kind(String wireName) {
                this.wireName = wireName;
            }

            static Kind of(String name) {
                return Arrays.stream(values())
                        .filter(kind -> kind.wireName.equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow();
            }
        }
    }

    /** Reads a statistic's name; refuses what there is not. */
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
        if (name.equals("IQM")) {
            return new Within(Within.Kind.TRIMMED_MEAN, 25, 75, true);
        }
        Matcher upTo = UP_TO.matcher(name);
        if (upTo.matches()) {
            return new Within(Within.Kind.of(upTo.group(1)), 0, Double.parseDouble(upTo.group(2)), true);
        }
        Matcher range = RANGE.matcher(name);
        if (range.matches() && !(range.group(2).isEmpty() && range.group(3).isEmpty())) {
            return range(range);
        }
        throw CloudWatchErrors.validation("The value " + name + " for parameter Stat is not supported: use Average,"
                + " Minimum, Maximum, Sum, SampleCount, IQM, pNN, tmNN, wmNN, tcNN, tsNN, or TM, WM, TC, TS or PR with"
                + " a range, such as TC(:500).");
    }

    private static Statistic range(Matcher range) {
        boolean percent = range.group(2).endsWith("%") || range.group(3).endsWith("%");
        return new Within(
                Within.Kind.of(range.group(1)),
                bound(range.group(2), percent ? 0 : Double.NEGATIVE_INFINITY),
                bound(range.group(3), percent ? 100 : Double.POSITIVE_INFINITY),
                percent);
    }

    private static double bound(String text, double otherwise) {
        return text.isEmpty() ? otherwise : Double.parseDouble(text.replace("%", ""));
    }
}
