package io.agentctl.control.race;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds a size between two measured ones that could be better than the best so far by more than the indifference zone,
 * if it were as good as a {@link Gap} allows. Bounding what lies between and going where the bound is best is Shubert's
 * method ("A sequential method seeking the global maximum of a function", SIAM J. Numerical Analysis 9, 1972). Once
 * none is found, no multiple of the step can be better by more than the zone, as far as the gap's two rules hold and
 * the means are right.
 */
final class Explorer {

    private final Course course;
    private final Map<LambdaSize, Estimate> cost;
    private final Map<LambdaSize, Estimate> time;
    private final Map<LambdaSize, Estimate> billed;
    private final Map<LambdaSize, Estimate> percentile;
    private final double greatestUsd;
    private final double greatestMs;

    Explorer(Course course, Map<LambdaSize, List<Measurement>> measured) {
        this.course = course;
        Strata strata = new Strata(measured, course.settings().coldShare());
        this.cost = strata.means(one -> Standings.usd(one, course.rates()));
        this.time = strata.means(Measurement::responseMs);
        this.billed = strata.means(one -> Math.max(1, one.billedMs()));
        this.percentile = strata.responsePercentiles(SloJudge.SHARE);
        this.greatestUsd = greatest(cost);
        this.greatestMs = greatest(time);
    }

    /** The middle of the most promising gap, if one promises enough. */
    Optional<LambdaSize> find(Collection<LambdaSize> taking) {
        int step = course.exploration().stepMb();
        TreeMap<LambdaSize, Double> promises = new TreeMap<>();
        LambdaSize below = null;
        for (LambdaSize size : new TreeSet<>(taking)) {
            if (below != null && below.architecture() == size.architecture()) {
                Gap gap = new Gap(below, size);
                int middle = gap.middle(step);
                if (middle > below.memoryMb() && middle < size.memoryMb()) {
                    gap.between(step)
                            .mapToDouble(memory -> promise(gap, memory))
                            .min()
                            .ifPresent(best -> promises.put(new LambdaSize(middle, size.architecture()), best));
                }
            }
            below = size;
        }
        double enough = best() * (1 - course.settings().indifferenceZone());
        return promises.entrySet().stream()
                .filter(promise -> promise.getValue() < enough)
                .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey);
    }

    private double promise(Gap gap, int memoryMb) {
        LambdaSize size = new LambdaSize(memoryMb, gap.more().architecture());
        OptionalDouble timeMs = gap.leastTime(time, memoryMb);
        if (timeMs.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double usd = course.rates()
                .get(size.architecture())
                .invocationUsd(memoryMb, gap.leastTime(billed, memoryMb).orElseThrow());
        return value(
                usd, timeMs.getAsDouble(), gap.leastTime(percentile, memoryMb).orElseThrow());
    }

    private double best() {
        return cost.keySet().stream()
                .mapToDouble(size -> value(
                        cost.get(size).mean(),
                        time.get(size).mean(),
                        percentile.get(size).mean()))
                .min()
                .orElse(0);
    }

    private double value(double usd, double timeMs, double percentileMs) {
        return switch (course.objective()) {
            case Objective.Cost ignored -> usd;
            case Objective.Speed ignored -> timeMs;
            case Objective.Balanced balanced ->
                balanced.weight() * usd / greatestUsd + (1 - balanced.weight()) * timeMs / greatestMs;
            case Objective.Slo slo -> percentileMs <= slo.p95Ms() ? usd : Double.POSITIVE_INFINITY;
        };
    }

    private static double greatest(Map<LambdaSize, Estimate> values) {
        return values.values().stream().mapToDouble(Estimate::mean).max().orElse(1);
    }
}
