package io.agentctl.control.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Many races on one function for one objective, beside Power Tuning's rule.
 *
 * @param function its name
 * @param objective its name
 * @param trials the races
 * @param ruleRegret mean regret of Power Tuning's rule
 */
record BarLine(String function, String objective, List<Trial> trials, double ruleRegret) {

    private static final double ZONE = 0.02;
    private static final double CLAIM = 0.95;

    static BarLine of(TrialFunction function, Objective objective, int maxInvocations, int runs) {
        Map<LambdaSize, Double> regrets = new HashMap<>();
        function.sizes().forEach(size -> regrets.put(size, function.regret(size, objective)));
        RaceSettings settings = RaceSettings.forSizes(function.sizes().size()).withMaxInvocations(maxInvocations);
        List<Trial> trials = new ArrayList<>();
        double rule = 0;
        for (int run = 0; run < runs; run++) {
            trials.add(Trial.run(function, objective, regrets, settings, run));
            SplittableRandom random = new SplittableRandom(-1 - run);
            rule += regrets.get(PowerTuningRule.advise(function, objective, random)) / runs;
        }
        return new BarLine(function.name(), objective.getClass().getSimpleName(), trials, rule);
    }

    double regret() {
        return trials.stream().mapToDouble(Trial::regret).average().orElseThrow();
    }

    double invocations() {
        return trials.stream().mapToInt(Trial::invocations).average().orElseThrow();
    }

    int mostInvocations() {
        return trials.stream().mapToInt(Trial::invocations).max().orElseThrow();
    }

    /** The share of races whose advice is truly within the zone. */
    double good() {
        return share(trials.stream().filter(trial -> trial.regret() <= ZONE).count(), trials.size());
    }

    /** The number of races that claim 95 % confidence. */
    long claims() {
        return trials.stream().filter(trial -> trial.confidence() >= CLAIM).count();
    }

    /** The number of those whose advice is truly within the zone. */
    long rightClaims() {
        return trials.stream()
                .filter(trial -> trial.confidence() >= CLAIM && trial.regret() <= ZONE)
                .count();
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f (%d) | %.3f %% | %.3f %% | %.1f %% | %.1f %% | %s |",
                function,
                objective,
                invocations(),
                mostInvocations(),
                100 * regret(),
                100 * ruleRegret,
                100 * good(),
                100 * share(claims(), trials.size()),
                claims() == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share(rightClaims(), claims())));
    }

    private static double share(long part, long whole) {
        return part / (double) whole;
    }
}
