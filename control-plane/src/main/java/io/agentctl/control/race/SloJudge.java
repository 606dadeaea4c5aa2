package io.agentctl.control.race;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.pricing.LambdaRate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Judges by a target for the 95th percentile: the cheapest size that is at or under it. A size leaves when it is shown
 * to be above the target, or to cost more than one that is shown to meet it. The error is shared among both questions
 * and all sizes (a union bound), each answered by {@link SequentialTest}.
 */
final class SloJudge implements Judge {

    /** The percentile that a target is for. */
    static final double SHARE = 0.95;

    private final Objective.Slo objective;
    private final RaceSettings settings;
    private final Map<Architecture, LambdaRate> rates;
    private final double zone;
    private final double threshold;

    /** @param alternatives sizes that may ever take part */
    SloJudge(Objective.Slo objective, RaceSettings settings, Map<Architecture, LambdaRate> rates, int alternatives) {
        this.objective = objective;
        this.settings = settings;
        this.rates = rates;
        this.zone = Math.log1p(settings.indifferenceZone());
        this.threshold = Math.log(2.0 * alternatives / (1 - settings.confidence()));
    }

    @Override
    public Judgement judge(Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing) {
        Sight sight = sight(measured, racing);
        Map<LambdaSize, Departure> out = new LinkedHashMap<>();
        for (LambdaSize size : sight.known) {
            if (sight.behindTarget(size).evidenceAbove(0) >= threshold) {
                out.put(size, tooSlow(sight.percentiles.get(size)));
            }
        }
        List<LambdaSize> meeting = sight.known.stream().filter(sight::meets).toList();
        for (LambdaSize size : sight.known) {
            meeting.stream()
                    .filter(good -> !good.equals(size)
                            && sight.standings.difference(good, size).evidenceAbove(0) >= threshold)
                    .findFirst()
                    .ifPresent(good -> out.putIfAbsent(
                            size,
                            new Departure(
                                    Departure.Cause.DEARER,
                                    "it costs more than " + good + ", which meets the target")));
        }
        List<LambdaSize> left =
                racing.stream().filter(size -> !out.containsKey(size)).toList();
        return new Judgement(out, ending(sight, left));
    }

    @Override
    public Judgement.Ending atLimit(Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing) {
        Sight sight = sight(measured, racing);
        Optional<LambdaSize> cheapest = sight.known.stream()
                .filter(size -> sight.behindTarget(size).mean() <= 0)
                .min(Comparator.comparingDouble(sight::usd));
        if (cheapest.isEmpty()) {
            double none = sight.known.stream()
                    .mapToDouble(size -> 1 - sight.probability(size))
                    .reduce(1, (one, other) -> one * other);
            return new Judgement.Ending(VerdictWord.TARGET_MISSED, Optional.empty(), none);
        }
        double noneCheaper = sight.known.stream()
                .filter(size -> sight.usd(size) * (1 + settings.indifferenceZone()) < sight.usd(cheapest.get()))
                .mapToDouble(size -> 1 - sight.probability(size))
                .reduce(1, (one, other) -> one * other);
        return new Judgement.Ending(
                VerdictWord.LIMIT_REACHED, cheapest, sight.probability(cheapest.get()) * noneCheaper);
    }

    @Override
    public Map<LambdaSize, Integer> allocate(
            Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing) {
        Sight sight = sight(measured, racing);
        double cheapest = sight.known.stream()
                .filter(size -> sight.behindTarget(size).mean() <= 0)
                .mapToDouble(sight::usd)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        Map<LambdaSize, Integer> shares = new LinkedHashMap<>();
        racing.forEach(size ->
                shares.put(size, share(sight, size, cheapest, measured.get(size).size())));
        return shares;
    }

    private Optional<Judgement.Ending> ending(Sight sight, List<LambdaSize> left) {
        if (left.isEmpty() || !left.stream().allMatch(size -> sight.known.contains(size) && sight.meets(size))) {
            return Optional.empty();
        }
        if (left.size() == 1) {
            return Optional.of(
                    new Judgement.Ending(VerdictWord.DECIDED, Optional.of(left.getFirst()), settings.confidence()));
        }
        return left.stream()
                .filter(size -> left.stream()
                        .allMatch(other -> other.equals(size)
                                || sight.standings.difference(other, size).evidenceBelow(zone) >= threshold))
                .min(Comparator.comparingDouble(
                        size -> sight.standings.time().get(size).mean()))
                .map(fastest -> new Judgement.Ending(VerdictWord.TIED, Optional.of(fastest), settings.confidence()));
    }

    /** Most where the question is open: at sizes no dearer than the cheapest that seems to meet the target. */
    private int share(Sight sight, LambdaSize size, double cheapestUsd, int made) {
        if (!sight.known.contains(size)) {
            return Math.max(1, Strata.ENOUGH - made);
        }
        return sight.usd(size) > cheapestUsd ? 1 : 2 * settings.roundSize();
    }

    private Departure tooSlow(Estimate percentile) {
        return new Departure(
                Departure.Cause.TOO_SLOW,
                String.format(Locale.ROOT, "p95 of %.1f ms is above %.1f ms", percentile.mean(), objective.p95Ms()));
    }

    private Sight sight(Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing) {
        Standings standings = Standings.of(measured, objective, rates, settings.coldShare());
        Map<LambdaSize, Estimate> percentiles = new Strata(measured, settings.coldShare()).responsePercentiles(SHARE);
        return new Sight(
                standings, percentiles, racing.stream().filter(standings::known).toList());
    }

    /** What is seen after a round. */
    private final class Sight {

        private final Standings standings;
        private final Map<LambdaSize, Estimate> percentiles;
        private final List<LambdaSize> known;

        Sight(Standings standings, Map<LambdaSize, Estimate> percentiles, List<LambdaSize> known) {
            this.standings = standings;
            this.percentiles = percentiles;
            this.known = known;
        }

        Difference behindTarget(LambdaSize size) {
            Estimate percentile = percentiles.get(size);
            return new Difference(
                    percentile.logMean() - Math.log(objective.p95Ms()),
                    percentile.relativeVariance(),
                    percentile.perInvocation(),
                    percentile.degreesOfFreedom());
        }

        boolean meets(LambdaSize size) {
            return behindTarget(size).evidenceBelow(0) >= threshold;
        }

        double probability(LambdaSize size) {
            Difference behind = behindTarget(size);
            return behind.variance() == 0
                    ? (behind.mean() <= 0 ? 1 : 0)
                    : Normal.below(-behind.mean() / Math.sqrt(behind.variance()));
        }

        double usd(LambdaSize size) {
            return standings.value().get(size).mean();
        }
    }
}
