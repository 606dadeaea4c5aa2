package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.workload.Aggregate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Samples of a period: single values with how often each occurred, and sets of which only statistics are known. */
final class Distribution {
    private static final double WHOLE = 100;

    private final List<Weighted> values = new ArrayList<>();
    private final Aggregate all = new Aggregate();
    private boolean whole = true;

    private record Weighted(double value, double count) {}

    void add(double value, double count) {
        if (count > 0) {
            values.add(new Weighted(value, count));
            all.add(value * count, count, value, value);
        }
    }

    /** A statistic set has lost the single values: with one among the data, only the basic statistics are known. */
    void addSet(double sum, double count, double minimum, double maximum) {
        all.add(sum, count, minimum, maximum);
        whole = false;
    }

    /** The value of a statistic, NaN where there is none. */
    double of(Statistic statistic) {
        if (all.isEmpty()) {
            return Double.NaN;
        }
        return switch (statistic) {
            case Statistic.Basic basic -> basic.of(all);
            case Statistic.Percentile percentile -> whole ? percentile(percentile.rank()) : Double.NaN;
            case Statistic.Within within -> whole ? within(within) : Double.NaN;
        };
    }

    private double percentile(double rank) {
        values.sort(Comparator.comparingDouble(Weighted::value));
        double wanted = all.count() * rank / WHOLE;
        double seen = 0;
        for (Weighted sample : values) {
            seen += sample.count;
            if (seen >= wanted) {
                return sample.value;
            }
        }
        return values.getLast().value;
    }

    private double within(Statistic.Within range) {
        values.sort(Comparator.comparingDouble(Weighted::value));
        return range.percent() ? withinRanks(range) : withinValues(range);
    }

    /** Values above the lower bound, up to and with the upper one. */
    private double withinValues(Statistic.Within range) {
        Aggregate inside = new Aggregate();
        double clipped = 0;
        for (Weighted sample : values) {
            if (sample.value > range.lower() && sample.value <= range.upper()) {
                inside.add(sample.value * sample.count, sample.count, sample.value, sample.value);
            }
            clipped += Math.clamp(sample.value, range.lower(), range.upper()) * sample.count;
        }
        return result(range.kind(), inside, clipped);
    }

    /** Samples by their ranks; one that a bound falls into counts with the part that is inside. */
    private double withinRanks(Statistic.Within range) {
        double from = all.count() * Math.max(0, range.lower()) / WHOLE;
        double to = all.count() * Math.min(WHOLE, range.upper()) / WHOLE;
        Aggregate inside = new Aggregate();
        double seen = 0;
        for (Weighted sample : values) {
            double count = Math.min(seen + sample.count, to) - Math.max(seen, from);
            if (count > 0) {
                inside.add(sample.value * count, count, sample.value, sample.value);
            }
            seen += sample.count;
        }
        double clipped =
                inside.isEmpty() ? 0 : inside.sum() + from * inside.minimum() + (all.count() - to) * inside.maximum();
        return result(range.kind(), inside, clipped);
    }

    private double result(Statistic.Within.Kind kind, Aggregate inside, double clipped) {
        return switch (kind) {
            case TRIMMED_COUNT -> inside.count();
            case TRIMMED_SUM -> inside.sum();
            case PERCENTILE_RANK -> WHOLE * inside.count() / all.count();
            case TRIMMED_MEAN -> inside.isEmpty() ? Double.NaN : inside.average();
            case WINSORIZED_MEAN -> clipped / all.count();
        };
    }
}
