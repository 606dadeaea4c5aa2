package io.agentctl.control.race;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.pricing.LambdaRate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where every size stands: what it costs, how long it takes, and the value that is to be small.
 *
 * @param cost mean US dollars an invocation
 * @param time mean ms that a caller waits
 * @param value of the objective
 * @param costShare of the value, for {@link Objective.Balanced}; the same for all sizes otherwise
 * @param yardstick variance of the greatest cost and time that a balance is measured by
 * @param yardsticks the sizes that have them; empty where the objective needs none
 * @param enough sizes with enough invocations to be judged
 */
record Standings(
        Map<LambdaSize, Estimate> cost,
        Map<LambdaSize, Estimate> time,
        Map<LambdaSize, Estimate> value,
        Map<LambdaSize, Double> costShare,
        double yardstick,
        List<LambdaSize> yardsticks,
        Set<LambdaSize> enough) {

    /** Invocations from which on a time is believed, whatever the others are. */
    private static final int PLENTY = 10;

    private static final double IMPLAUSIBLE_DEVIATIONS = 4;
    private static final double IMPLAUSIBLE_NOISE = 0.3;
    private static final double IMPLAUSIBLE_SHARE = 0.1;

    static Standings of(
            Map<LambdaSize, List<Measurement>> measured,
            Objective objective,
            Map<Architecture, LambdaRate> rates,
            double coldShare) {
        Strata strata = new Strata(measured, coldShare);
        Map<LambdaSize, Estimate> cost = strata.means(one -> usd(one, rates));
        Map<LambdaSize, Estimate> time = strata.means(Measurement::responseMs);
        Set<LambdaSize> enough =
                measured.keySet().stream().filter(strata::enough).collect(Collectors.toUnmodifiableSet());
        return switch (objective) {
            case Objective.Cost ignored -> plain(cost, time, cost, enough);
            case Objective.Speed ignored -> plain(cost, time, time, enough);
            case Objective.Slo ignored -> plain(cost, time, cost, enough);
            case Objective.Balanced balanced ->
                cost.isEmpty()
                        ? plain(cost, time, cost, enough)
                        : balanced(strata, cost, time, balanced.weight(), rates, enough);
        };
    }

    static double usd(Measurement one, Map<Architecture, LambdaRate> rates) {
        return rates.get(one.size().architecture()).invocationUsd(one.size().memoryMb(), one.billedMs());
    }

    /** Whether a size can be judged: it has enough invocations of each kind, and they agree on where the centre is. */
    boolean known(LambdaSize size) {
        return enough.contains(size) && value.get(size).settled() && plausible(size);
    }

    /**
     * Whether a size's time fits those of others with more or less memory. More memory gives more processor, so that a
     * function that is much slower with more has probably met outliers on one side: both get more invocations first.
     */
    private boolean plausible(LambdaSize size) {
        Estimate own = time.get(size);
        return own.count() >= PLENTY
                || time.keySet().stream()
                        .filter(other -> other.architecture() == size.architecture())
                        .noneMatch(other -> slowerWithMore(size, other) || slowerWithMore(other, size));
    }

    private boolean slowerWithMore(LambdaSize less, LambdaSize more) {
        Estimate one = time.get(less);
        Estimate other = time.get(more);
        double deviation = Math.sqrt(one.relativeVariance() + other.relativeVariance());
        return less.memoryMb() < more.memoryMb()
                && other.logMean() - one.logMean()
                        > Math.min(IMPLAUSIBLE_DEVIATIONS * deviation, IMPLAUSIBLE_NOISE) + IMPLAUSIBLE_SHARE;
    }

    /** The difference of two sizes' logarithms, a second's above a first's. */
    Difference difference(LambdaSize first, LambdaSize second) {
        Estimate one = value.get(first);
        Estimate other = value.get(second);
        double shares = costShare.getOrDefault(first, 0.0) - costShare.getOrDefault(second, 0.0);
        return new Difference(
                other.logMean() - one.logMean(),
                one.relativeVariance() + other.relativeVariance() + shares * shares * yardstick,
                (one.perInvocation() + other.perInvocation()) / 2,
                Estimate.jointDegrees(
                        one.relativeVariance(),
                        one.degreesOfFreedom(),
                        other.relativeVariance(),
                        other.degreesOfFreedom()));
    }

    private static Standings plain(
            Map<LambdaSize, Estimate> cost,
            Map<LambdaSize, Estimate> time,
            Map<LambdaSize, Estimate> value,
            Set<LambdaSize> enough) {
        return new Standings(cost, time, value, Map.of(), 0, List.of(), enough);
    }

    private static Standings balanced(
            Strata strata,
            Map<LambdaSize, Estimate> cost,
            Map<LambdaSize, Estimate> time,
            double weight,
            Map<Architecture, LambdaRate> rates,
            Set<LambdaSize> enough) {
        LambdaSize dearest = greatest(cost);
        LambdaSize slowest = greatest(time);
        double perUsd = weight / cost.get(dearest).mean();
        double perMs = (1 - weight) / time.get(slowest).mean();
        Map<LambdaSize, Estimate> value = strata.means(one -> perUsd * usd(one, rates) + perMs * one.responseMs());
        Map<LambdaSize, Double> shares = new LinkedHashMap<>();
        value.forEach((size, own) -> shares.put(size, perUsd * cost.get(size).mean() / own.mean()));
        double yardstick =
                cost.get(dearest).relativeVariance() + time.get(slowest).relativeVariance();
        return new Standings(cost, time, value, shares, yardstick, List.of(dearest, slowest), enough);
    }

    private static LambdaSize greatest(Map<LambdaSize, Estimate> estimates) {
        return estimates.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().mean()))
                .orElseThrow()
                .getKey();
    }
}
