package io.agentctl.control.race;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.pricing.LambdaRate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A function whose truth is known: what it draws from, size by size.
 *
 * @param name for the table
 * @param populations possible invocations of each size, drawn from with replacement
 */
record TrialFunction(String name, Map<LambdaSize, List<Measurement>> populations) {

    static final Map<Architecture, LambdaRate> RATES = new EnumMap<>(Map.of(
            Architecture.X86_64, new LambdaRate(0.0000166667, 0.20),
            Architecture.ARM64, new LambdaRate(0.0000133334, 0.20)));

    List<LambdaSize> sizes() {
        return List.copyOf(populations.keySet());
    }

    Measurement draw(LambdaSize size, SplittableRandom random) {
        List<Measurement> population = populations.get(size);
        return population.get(random.nextInt(population.size()));
    }

    /** How much worse than the best a size truly is, as a share. */
    double regret(LambdaSize size, Objective objective) {
        Map<LambdaSize, Double> truth = truth(objective);
        double best = truth.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        return truth.get(size) / best - 1;
    }

    private Map<LambdaSize, Double> truth(Objective objective) {
        Map<LambdaSize, Double> cost = new TreeMap<>();
        Map<LambdaSize, Double> time = new TreeMap<>();
        populations.forEach((size, own) -> {
            cost.put(
                    size,
                    own.stream()
                            .mapToDouble(one -> Standings.usd(one, RATES))
                            .average()
                            .orElseThrow());
            time.put(
                    size,
                    own.stream().mapToDouble(Measurement::responseMs).average().orElseThrow());
        });
        return switch (objective) {
            case Objective.Cost ignored -> cost;
            case Objective.Speed ignored -> time;
            case Objective.Balanced balanced -> balance(cost, time, balanced.weight());
            case Objective.Slo ignored -> throw new IllegalArgumentException("an objective of means");
        };
    }

    static Map<LambdaSize, Double> balance(Map<LambdaSize, Double> cost, Map<LambdaSize, Double> time, double weight) {
        double dearest = cost.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        double slowest = time.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        Map<LambdaSize, Double> value = new TreeMap<>();
        cost.forEach((size, usd) -> value.put(size, weight * usd / dearest + (1 - weight) * time.get(size) / slowest));
        return value;
    }
}
