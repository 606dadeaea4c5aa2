package io.agentctl.control.performance.regression;

import java.util.Arrays;
import java.util.Optional;

/** Looks in intervals of a series for the split whose parts' ranks differ most. */
final class RankScan {

    /** With more values than this on both sides, surprises order nearly as deviations do, which cost less. */
    private static final int FEW = 12;

    private static final double NEAR = 0.8;

    private final double[] values;
    private final int shortest;
    private final int shortestEnd;

    /**
     * Makes a scan.
     *
     * @param values finite
     * @param shortest how many values a part has at least
     * @param shortestEnd the same of the part at the end of the series, where a change is wanted early
     */
    RankScan(double[] values, int shortest, int shortestEnd) {
        this.values = values;
        this.shortest = shortest;
        this.shortestEnd = shortestEnd;
    }

    /** The best split of an interval; none if it is too short for two parts, or all its values are equal. */
    Optional<Split> best(int from, int to) {
        int last = to - (to == values.length ? shortestEnd : shortest);
        if (last < from + shortest || constant(from, to)) {
            return Optional.empty();
        }
        double[] ranks = Ranks.of(values, from, to);
        int length = to - from;
        double all = length * (length + 1) / 2.0;
        double left = 0;
        Split best = null;
        double farthest = 0;
        for (int at = from + 1; at <= last; at++) {
            left += ranks[at - 1 - from];
            if (at < from + shortest) {
                continue;
            }
            int few = Math.min(at - from, to - at);
            double sum = at - from == few ? left : all - left;
            double deviations = RankSum.deviations(sum, few, length - few);
            if (few > FEW && deviations < NEAR * farthest) {
                continue;
            }
            double surprise = RankSum.surprise(sum, few, length - few);
            if (best == null || surprise > best.surprise()) {
                best = new Split(from, at, to, surprise);
                farthest = Math.max(farthest, deviations);
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean constant(int from, int to) {
        return Arrays.stream(values, from, to).allMatch(value -> value == values[from]);
    }
}
