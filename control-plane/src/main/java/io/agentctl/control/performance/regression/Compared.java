package io.agentctl.control.performance.regression;

import io.agentctl.control.performance.regression.Comparison.Figure;
import io.agentctl.control.performance.regression.Comparison.Word;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One figure that results are compared by.
 *
 * @param name as people call it
 * @param unit of it
 * @param worse in which direction it is worse
 * @param kind of its difference
 * @param tail the share of requests beyond it that decide it; 1 where all do
 * @param of how it is read
 */
record Compared(String name, String unit, Worse worse, Kind kind, double tail, ToDoubleFunction<Tally> of) {

    /** How two values of a figure differ. */
    enum Kind {
        /** As a share of the base. */
        RATIO,
        /** In percentage points: of rates near 0, ratios say nothing. */
        POINTS
    }

    static final List<Compared> ALL = List.of(
            new Compared("p50", "ms", Worse.HIGHER, Kind.RATIO, 0.5, tally -> tally.quantile(0.5)),
            new Compared("p95", "ms", Worse.HIGHER, Kind.RATIO, 0.05, tally -> tally.quantile(0.95)),
            new Compared("p99", "ms", Worse.HIGHER, Kind.RATIO, 0.01, tally -> tally.quantile(0.99)),
            new Compared("errors", "%", Worse.HIGHER, Kind.POINTS, 1, tally -> 100 * tally.errorShare()),
            new Compared("throughput", "/s", Worse.LOWER, Kind.RATIO, 1, Tally::throughput));

    /** The chance that any of the intervals of all figures misses the truth (Bonferroni). */
    private static final double MISSES = 0.05;
    /** A tenth of a percentage point of errors is noticed where objectives are 99.9 %. */
    private static final double POINTS_THAT_MATTER = 0.1;
    /** Fewer requests beyond a percentile make it an accident. */
    private static final int FEWEST_BEYOND = 10;

    private static final double PERCENT = 100;

    Figure compare(
            Tally base, Tally candidate, BlockBootstrap bases, BlockBootstrap candidates, int blocks, double matters) {
        long fewer = Math.min(base.requests(), candidate.requests());
        if (fewer * tail < FEWEST_BEYOND) {
            return undecided(base, candidate, "only " + Math.round(fewer * tail) + " requests lie beyond it");
        }
        double before = of.applyAsDouble(base);
        double after = of.applyAsDouble(candidate);
        double difference = difference(before, after);
        double[] drawn = differences(bases.of(of), candidates.of(of));
        double each = MISSES / ALL.size();
        double widening = Tails.studentQuantile(each, blocks - 1) / Tails.studentQuantile(each, 1e6);
        double low = difference - widening * Math.max(0, difference - quantile(drawn, each / 2));
        double high = difference + widening * Math.max(0, quantile(drawn, 1 - each / 2) - difference);
        double least = kind == Kind.POINTS ? POINTS_THAT_MATTER : PERCENT * matters;
        Word word = word(difference, low, high, least);
        String reason = word == Word.UNDECIDED ? "too few or too uneven intervals to tell; run for longer" : "";
        return new Figure(name, unit, before, after, difference, low, high, word, reason);
    }

    Figure undecided(Tally base, Tally candidate, String reason) {
        double before = of.applyAsDouble(base);
        double after = of.applyAsDouble(candidate);
        double difference = difference(before, after);
        return new Figure(name, unit, before, after, difference, difference, difference, Word.UNDECIDED, reason);
    }

    /** Sure and large is a change, surely small is none, and all else is not decided. */
    private Word word(double difference, double low, double high, double least) {
        boolean sure = low > 0 || high < 0;
        if (sure && Math.abs(difference) >= least) {
            return worse.is(difference) ? Word.REGRESSION : Word.IMPROVEMENT;
        }
        return (low > -least && high < least) || low == high ? Word.NO_DIFFERENCE : Word.UNDECIDED;
    }

    private double difference(double before, double after) {
        if (kind == Kind.POINTS) {
            return after - before;
        }
        return before == 0 ? PERCENT * Math.signum(after) : PERCENT * (after / before - 1);
    }

    private double[] differences(double[] before, double[] after) {
        double[] differences = new double[before.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = difference(before[i], after[i]);
        }
        Arrays.sort(differences);
        return differences;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[Math.clamp((long) Math.floor(share * sorted.length), 0, sorted.length - 1)];
    }
}
