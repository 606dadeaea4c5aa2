package io.agentctl.control.race;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.pricing.LambdaRate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a race is about.
 *
 * @param sizes that start, at least one, none twice
 * @param objective what the best is best at
 * @param settings how far to go
 * @param rates prices for every architecture among the sizes
 * @param seed of the order of invocations
 * @param exploration whether sizes between may be added
 */
public record Course(
        List<LambdaSize> sizes,
        Objective objective,
        RaceSettings settings,
        Map<Architecture, LambdaRate> rates,
        long seed,
        Exploration exploration) {

    public Course {
        sizes = List.copyOf(sizes);
        rates = Map.copyOf(rates);
        if (sizes.isEmpty() || new TreeSet<>(sizes).size() < sizes.size()) {
            throw new IllegalArgumentException("a race has a size at least, and none twice: " + sizes);
        }
        for (LambdaSize size : sizes) {
            if (!rates.containsKey(size.architecture())) {
                throw new IllegalArgumentException("no price for " + size);
            }
        }
    }

    /** A race of these sizes and no others. */
    public static Course of(
            List<LambdaSize> sizes,
            Objective objective,
            RaceSettings settings,
            Map<Architecture, LambdaRate> rates,
            long seed) {
        return new Course(sizes, objective, settings, rates, seed, Exploration.NONE);
    }

    /**
     * What the first round costs if every invocation takes as long as given, in US dollars: to be shown before anything
     * is invoked, and to be held against the limit of spending.
     *
     * @param durationMs an expectation, or the function's time-out for the most it can be
     */
    public double openingUsd(double durationMs) {
        return sizes.stream()
                        .mapToDouble(size -> rates.get(size.architecture()).invocationUsd(size.memoryMb(), durationMs))
                        .sum()
                * openingInvocations();
    }

    /** Invocations of every size in the first round. */
    public int openingInvocations() {
        boolean bothKinds = settings.coldShare() > 0 && settings.coldShare() < 1;
        return (bothKinds ? 2 : 1) * Strata.ENOUGH;
    }

    double usd(Measurement one) {
        return one.outcome() == Outcome.THROTTLED ? 0 : Standings.usd(one, rates);
    }

    Judge judge() {
        int alternatives = sizes.size() + exploration.mostSizes();
        return switch (objective) {
            case Objective.Slo slo -> new SloJudge(slo, settings, rates, alternatives);
            case Objective.Cost ignored -> new MeanJudge(objective, settings, rates, alternatives);
            case Objective.Speed ignored -> new MeanJudge(objective, settings, rates, alternatives);
            case Objective.Balanced ignored -> new MeanJudge(objective, settings, rates, alternatives);
        };
    }
}
