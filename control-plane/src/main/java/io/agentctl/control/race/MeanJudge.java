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
 * Judges by means: cost, speed, a balance.
 *
 * <p>Every pair of a size and the best of its rivals is tested by {@link SequentialTest} at a level of {@code (1 −
 * confidence) / (sizes − 1)}: whichever size is truly best, one of {@code sizes − 1} rivals would have to push it out
 * or be declared as good wrongly (a union bound). Intervals of differences are used, not two intervals side by side,
 * which would ask for twice the invocations for the same certainty.
 */
final class MeanJudge implements Judge {

    /** A part of the zone that no more invocations are spent on, and within which the faster is preferred. */
    private static final double NEGLIGIBLE = 0.05;

    private final Objective objective;
    private final RaceSettings settings;
    private final Map<Architecture, LambdaRate> rates;
    private final double zone;
    private final double threshold;

    /** @param alternatives sizes that may ever take part */
    MeanJudge(Objective objective, RaceSettings settings, Map<Architecture, LambdaRate> rates, int alternatives) {
        this.objective = objective;
        this.settings = settings;
        this.rates = rates;
        this.zone = Math.log1p(settings.indifferenceZone());
        this.threshold = Math.log(Math.max(1, alternatives - 1) / (1 - settings.confidence()));
    }

    @Override
    public Judgement judge(Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing) {
        Standings standings = Standings.of(measured, objective, rates, settings.coldShare());
        List<LambdaSize> known = racing.stream().filter(standings::known).toList();
        if (known.isEmpty()) {
            return Judgement.NOTHING_YET;
        }
        LambdaSize leader = leader(standings, known);
        Map<LambdaSize, Departure> worse = new LinkedHashMap<>();
        for (LambdaSize size : known) {
            Difference behind = standings.difference(leader, size);
            if (!size.equals(leader) && behind.evidenceAbove(zone) >= threshold) {
                worse.put(size, worse(leader, behind));
            }
        }
        List<LambdaSize> left =
                known.stream().filter(size -> !worse.containsKey(size)).toList();
        boolean allKnown = known.size() == racing.size();
        return new Judgement(worse, allKnown ? ending(standings, left) : Optional.empty());
    }

    @Override
    public Judgement.Ending atLimit(Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing) {
        Standings standings = Standings.of(measured, objective, rates, settings.coldShare());
        List<LambdaSize> known =
                racing.stream().filter(standings.value()::containsKey).toList();
        if (known.isEmpty()) {
            return new Judgement.Ending(VerdictWord.LIMIT_REACHED, Optional.empty(), 0);
        }
        Map<LambdaSize, Double> losses = ExpectedLoss.of(standings.value(), known);
        LambdaSize chosen = fastestOfAlike(standings, losses);
        if (known.size() == racing.size() && withinZone(standings, chosen, known)) {
            return new Judgement.Ending(word(losses), Optional.of(chosen), settings.confidence());
        }
        GoodSelection good = new GoodSelection(standings.value(), settings.indifferenceZone());
        return new Judgement.Ending(VerdictWord.LIMIT_REACHED, Optional.of(chosen), good.probability(chosen));
    }

    @Override
    public Map<LambdaSize, Integer> allocate(
            Map<LambdaSize, List<Measurement>> measured, Collection<LambdaSize> racing) {
        Standings standings = Standings.of(measured, objective, rates, settings.coldShare());
        List<LambdaSize> known = racing.stream().filter(standings::known).toList();
        Map<LambdaSize, Integer> shares = new LinkedHashMap<>();
        if (known.size() > 1) {
            int counted = known.stream()
                    .mapToInt(size -> standings.value().get(size).count())
                    .sum();
            int invocations = Math.max(settings.roundSize() * known.size(), counted / 8);
            shares.putAll(Allocation.of(
                    standings, known, leader(standings, known), invocations, settings.indifferenceZone()));
        }
        racing.forEach(size -> shares.putIfAbsent(
                size, Math.max(1, Strata.ENOUGH - measured.get(size).size())));
        standings.yardsticks().forEach(size -> shares.putIfAbsent(size, 1));
        return shares;
    }

    private Optional<Judgement.Ending> ending(Standings standings, List<LambdaSize> left) {
        if (left.size() == 1) {
            return Optional.of(
                    new Judgement.Ending(VerdictWord.DECIDED, Optional.of(left.getFirst()), settings.confidence()));
        }
        Map<LambdaSize, Double> losses = ExpectedLoss.of(standings.value(), left);
        LambdaSize chosen = fastestOfAlike(standings, losses);
        boolean settled = losses.get(chosen) <= NEGLIGIBLE * settings.indifferenceZone();
        return settled && withinZone(standings, chosen, left)
                ? Optional.of(new Judgement.Ending(word(losses), Optional.of(chosen), settings.confidence()))
                : Optional.empty();
    }

    /** Sizes that are still in the race, for want of proof, need not look alike. */
    private VerdictWord word(Map<LambdaSize, Double> losses) {
        long alike = losses.values().stream().filter(loss -> loss <= zone).count();
        return alike > 1 ? VerdictWord.TIED : VerdictWord.DECIDED;
    }

    private LambdaSize fastestOfAlike(Standings standings, Map<LambdaSize, Double> losses) {
        double least = losses.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        double most = least + NEGLIGIBLE * settings.indifferenceZone();
        return losses.keySet().stream()
                .filter(size -> losses.get(size) <= most)
                .min(Comparator.comparingDouble(
                        size -> standings.time().get(size).mean()))
                .orElseThrow();
    }

    private boolean withinZone(Standings standings, LambdaSize size, Collection<LambdaSize> left) {
        return left.stream()
                .allMatch(other ->
                        other.equals(size) || standings.difference(other, size).evidenceBelow(zone) >= threshold);
    }

    private static LambdaSize leader(Standings standings, Collection<LambdaSize> sizes) {
        return sizes.stream()
                .min(Comparator.comparingDouble(
                        size -> standings.value().get(size).mean()))
                .orElseThrow();
    }

    private static Departure worse(LambdaSize leader, Difference behind) {
        return new Departure(
                Departure.Cause.WORSE,
                String.format(Locale.ROOT, "%.1f %% worse than %s", 100 * Math.expm1(behind.mean()), leader));
    }
}
