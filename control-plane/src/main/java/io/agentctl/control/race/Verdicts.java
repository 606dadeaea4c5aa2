package io.agentctl.control.race;

import io.agentctl.control.metrics.Quantiles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Lays out what a race found. */
final class Verdicts {

    private static final double MILLION = 1e6;

    private final Race race;
    private final Standings standings;
    private final double alpha;

    private Verdicts(Race race) {
        this.race = race;
        Course course = race.course();
        this.standings = Standings.of(
                race.measured(),
                course.objective(),
                course.rates(),
                course.settings().coldShare());
        this.alpha = 1 - course.settings().confidence();
    }

    static Verdict of(Race race) {
        return new Verdicts(race).verdict();
    }

    private Verdict verdict() {
        boolean running = race.next().isPresent();
        Judgement.Ending ending = race.ending();
        VerdictWord word = running ? VerdictWord.RUNNING : ending.word();
        List<SizeResult> sizes = ParetoFrontier.mark(new TreeMap<>(race.measured())
                .entrySet().stream()
                        .map(entry -> result(entry.getKey(), entry.getValue()))
                        .toList());
        boolean proven = ending.word() == VerdictWord.DECIDED
                || ending.word() == VerdictWord.TIED
                || race.racing().isEmpty();
        return new Verdict(
                word,
                ending.advised(),
                ending.confidence(),
                proven,
                race.invocations(),
                race.spendUsd(),
                race.rounds(),
                new Strata(race.measured(), race.course().settings().coldShare()).pooled(),
                sizes,
                Explanation.of(race, word, ending));
    }

    private SizeResult result(LambdaSize size, List<Measurement> own) {
        double[] warm = sorted(own, false);
        double[] cold = sorted(own, true);
        Map<Outcome, Integer> failures = new EnumMap<>(Outcome.class);
        own.stream().filter(one -> !one.succeeded()).forEach(one -> failures.merge(one.outcome(), 1, Integer::sum));
        OptionalInt memory =
                own.stream().flatMapToInt(one -> one.maxMemoryUsedMb().stream()).max();
        return new SizeResult(
                size,
                own.size(),
                warm.length,
                cold.length,
                Map.copyOf(failures),
                interval(standings.time(), size, 1),
                interval(standings.value(), size, 1),
                percentile(warm, 0.50),
                percentile(warm, 0.95),
                percentile(warm, 0.99),
                percentile(cold, 0.50),
                own.stream()
                        .filter(Measurement::succeeded)
                        .mapToDouble(Measurement::billedMs)
                        .average(),
                interval(standings.cost(), size, MILLION),
                memory,
                Optional.ofNullable(race.departed().get(size)),
                false);
    }

    private Optional<Interval> interval(Map<LambdaSize, Estimate> estimates, LambdaSize size, double factor) {
        return Optional.ofNullable(estimates.get(size)).map(estimate -> {
            Interval interval = Interval.of(estimate, alpha);
            return new Interval(interval.low() * factor, interval.estimate() * factor, interval.high() * factor);
        });
    }

    private static double[] sorted(List<Measurement> own, boolean cold) {
        return own.stream()
                .filter(one -> one.succeeded() && one.cold() == cold)
                .mapToDouble(Measurement::responseMs)
                .sorted()
                .toArray();
    }

    private static OptionalDouble percentile(double[] sorted, double share) {
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.of(sorted, share));
    }
}
