package io.agentctl.control.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.fargate.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ExplorationTest {

    private final SplittableRandom random = new SplittableRandom(9);

    @Test
    void theBestBalanceIsFoundBetweenTheSizesThatItBeganWith() {
        Verdict verdict = sweep(new Objective.Balanced(0.5), memory -> 10_000.0 * 128 / Math.min(memory, 700));

        assertThat(verdict.advised().orElseThrow().memoryMb()).isBetween(640, 768);
    }

    @Test
    void theCheapestSizeAboveTheMemoryThatAFunctionNeedsIsFound() {
        Verdict verdict = sweep(new Objective.Cost(), memory -> memory < 330 ? Double.NaN : 900);

        assertThat(verdict.advised()).contains(new LambdaSize(384, Architecture.ARM64));
        assertThat(verdict.sizes())
                .filteredOn(size -> size.size().memoryMb() < 330)
                .allSatisfy(size -> assertThat(size.departure()).isPresent());
    }

    @Test
    void aTargetIsMetByASizeBetween() {
        Verdict verdict = sweep(new Objective.Slo(1000), memory -> 200 + 500_000 / memory);

        assertThat(verdict.advised().orElseThrow().memoryMb()).isBetween(640, 768);
    }

    @Test
    void whereNothingBetweenCanBeBetterNothingIsTried() {
        Verdict verdict = sweep(new Objective.Cost(), memory -> 1000 + 10_000 / memory);

        assertThat(verdict.advised()).contains(new LambdaSize(128, Architecture.ARM64));
        assertThat(verdict.sizes()).hasSize(6);
    }

    private Verdict sweep(Objective objective, DoubleUnaryOperator durationMs) {
        List<LambdaSize> start = Exploration.start(List.of(Architecture.ARM64), 3008);
        Race race = Race.of(
                new Course(start, objective, RaceSettings.forSizes(18), TrialFunction.RATES, 4, Exploration.USUAL));
        Optional<Round> round = race.next();
        while (round.isPresent()) {
            race = race.after(round.get().invocations().stream()
                    .map(invocation -> invoke(invocation.size(), durationMs))
                    .toList());
            round = race.next();
        }
        return race.verdict();
    }

    private Measurement invoke(LambdaSize size, DoubleUnaryOperator durationMs) {
        double mean = durationMs.applyAsDouble(size.memoryMb());
        return Double.isNaN(mean)
                ? Measurement.failed(size, 30, 30, Outcome.OUT_OF_MEMORY)
                : Measurement.warm(size, mean * Noise.LOGNORMAL.draw(0.02, random), 60);
    }
}
