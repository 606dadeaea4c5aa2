package io.agentctl.control.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One race on a function.
 *
 * @param regret of the advised size, as a share
 * @param invocations that it took
 * @param confidence that it claims
 * @param word how it ended
 */
record Trial(double regret, int invocations, double confidence, VerdictWord word) {

    static Trial run(
            TrialFunction function,
            Objective objective,
            Map<LambdaSize, Double> regrets,
            RaceSettings settings,
            long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Race race = Race.of(Course.of(function.sizes(), objective, settings, TrialFunction.RATES, seed));
        Optional<Round> round = race.next();
        while (round.isPresent()) {
            List<Measurement> results = new ArrayList<>();
            round.get().invocations().forEach(wanted -> results.add(function.draw(wanted.size(), random)));
            race = race.after(results);
            round = race.next();
        }
        Judgement.Ending ending = race.ending();
        return new Trial(
                regrets.get(ending.advised().orElseThrow()), race.invocations(), ending.confidence(), ending.word());
    }
}
