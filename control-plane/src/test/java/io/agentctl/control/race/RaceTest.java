package io.agentctl.control.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.fargate.Architecture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final LambdaSize SMALL = size(128);
    private static final LambdaSize MIDDLE = size(512);
    private static final LambdaSize LARGE = size(1024);
    private static final Map<LambdaSize, Double> STEEP = Map.of(SMALL, 800.0, MIDDLE, 150.0, LARGE, 140.0);

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void theOneThatIsCheapestIsFoundWithFewInvocations() {
        Verdict verdict = run(new Objective.Cost(), settings(), this::steep);

        assertThat(verdict.word()).isEqualTo(VerdictWord.DECIDED);
        assertThat(verdict.advised()).contains(MIDDLE);
        assertThat(verdict.proven()).isTrue();
        assertThat(verdict.invocations()).isLessThan(20);
        assertThat(verdict.explanation())
                .isEqualTo("With 95 % confidence 512 MB x86_64 costs at most 2.0 % more than the cheapest.");
    }

    @Test
    void aSizeThatIsMuchWorseLeavesWithItsReason() {
        Verdict verdict = run(
                new Objective.Cost(),
                settings(),
                size -> size.equals(SMALL) ? succeeded(size, 8000, 0.02) : steep(size));

        assertThat(result(verdict, SMALL).departure()).hasValueSatisfying(departure -> {
            assertThat(departure.cause()).isEqualTo(Departure.Cause.WORSE);
            assertThat(departure.reason()).endsWith("% worse than 512 MB x86_64");
        });
    }

    @Test
    void sizesThatCostTheSameAreTiedAndTheFastestIsAdvised() {
        Verdict verdict = run(
                new Objective.Cost(),
                settings().withMaxInvocations(1000),
                size -> succeeded(size, 100_000.0 * 128 / size.memoryMb(), 0.001));

        assertThat(verdict.word()).isEqualTo(VerdictWord.TIED);
        assertThat(verdict.advised()).contains(LARGE);
        assertThat(verdict.explanation()).contains("cannot be told apart");
    }

    @Test
    void theSameResultsGiveTheSameRounds() {
        Race one = Race.of(course(new Objective.Cost(), settings()));
        Race other = Race.of(course(new Objective.Cost(), settings()));

        assertThat(one.next()).isEqualTo(other.next());
        assertThat(one.next().orElseThrow().invocations().subList(0, 3))
                .as("every size has its turn before one has its second")
                .extracting(Round.Invocation::size)
                .containsExactlyInAnyOrder(SMALL, MIDDLE, LARGE);
    }

    @Test
    void aSizeThatRunsOutOfMemoryLeavesWithItsReason() {
        Verdict verdict = run(
                new Objective.Cost(),
                settings(),
                size -> size.equals(MIDDLE) ? Measurement.failed(size, 40, 40, Outcome.OUT_OF_MEMORY) : steep(size));

        assertThat(result(verdict, MIDDLE).departure())
                .contains(new Departure(Departure.Cause.FAILED, "it ran out of memory (3 of 3 invocations failed)"));
        assertThat(verdict.advised()).contains(SMALL);
        assertThat(verdict.frontier()).extracting(SizeResult::size).containsExactly(SMALL, LARGE);
    }

    @Test
    void oneHiccupDoesNotCostASizeItsPlace() {
        List<LambdaSize> failedOnce = new ArrayList<>();

        Verdict verdict = run(new Objective.Cost(), settings(), size -> {
            if (size.equals(MIDDLE) && failedOnce.isEmpty()) {
                failedOnce.add(size);
                return Measurement.failed(size, 5, 5, Outcome.FUNCTION_ERROR);
            }
            return steep(size);
        });

        assertThat(verdict.advised()).contains(MIDDLE);
        assertThat(result(verdict, MIDDLE).failures()).containsEntry(Outcome.FUNCTION_ERROR, 1);
    }

    @Test
    void ifAllFailTheVerdictSaysSo() {
        Verdict verdict = run(
                new Objective.Speed(), settings(), size -> Measurement.failed(size, 10, 10, Outcome.FUNCTION_ERROR));

        assertThat(verdict.word()).isEqualTo(VerdictWord.ALL_FAILED);
        assertThat(verdict.advised()).isEmpty();
        assertThat(verdict.explanation()).startsWith("Every size failed. 128 MB x86_64: the function failed");
    }

    @Test
    void limitsHold() {
        Function<LambdaSize, Measurement> alike = size -> succeeded(size, 1000, 0.3);

        assertThat(run(new Objective.Speed(), settings().withMaxInvocations(31), alike))
                .satisfies(verdict -> {
                    assertThat(verdict.invocations()).isEqualTo(31);
                    assertThat(verdict.word()).isEqualTo(VerdictWord.LIMIT_REACHED);
                    assertThat(verdict.proven()).isFalse();
                    assertThat(verdict.explanation()).startsWith("A limit was reached with 3 of 3 sizes in the race.");
                });
        assertThat(run(
                                new Objective.Speed(),
                                settings().withMaxInvocations(1000).withMaxSpendUsd(0.0002),
                                alike)
                        .spendUsd())
                .isBetween(0.00015, 0.00022);
    }

    @Test
    void oneSlowOutlierDoesNotTurnTheVerdict() {
        List<LambdaSize> slowOnce = new ArrayList<>();

        Verdict verdict = run(new Objective.Cost(), settings(), size -> {
            boolean slow = size.equals(MIDDLE) && slowOnce.isEmpty();
            if (slow) {
                slowOnce.add(size);
            }
            return succeeded(size, STEEP.get(size) * (slow ? 30 : 1), 0.02);
        });

        assertThat(verdict.advised()).contains(MIDDLE);
    }

    @Test
    void coldStartsCountAsOftenAsTheyAreExpected() {
        Function<LambdaSize, Measurement> coldAtSmall = size -> {
            boolean cold = random.nextInt(3) == 0;
            double warmMs = size.equals(SMALL) ? 100 : 110;
            OptionalDouble initMs = cold ? OptionalDouble.of(size.equals(SMALL) ? 3000 : 300) : OptionalDouble.empty();
            double ms = warmMs * (1 + 0.01 * random.nextGaussian());
            return new Measurement(
                    size, ms, Math.ceil(ms + initMs.orElse(0)), initMs, OptionalInt.of(60), Outcome.SUCCEEDED);
        };
        RaceSettings manyRuns = settings().withMaxInvocations(200);

        assertThat(run(new Objective.Speed(), manyRuns, coldAtSmall).advised()).contains(SMALL);
        Verdict mixed = run(new Objective.Speed(), manyRuns.withColdShare(0.1), coldAtSmall);
        assertThat(mixed.advised()).isPresent().get().isNotEqualTo(SMALL);
        assertThat(result(mixed, SMALL).coldP50().orElseThrow()).isCloseTo(3100, within(10.0));
        assertThat(result(mixed, SMALL).time().orElseThrow().estimate()).isCloseTo(0.9 * 100 + 0.1 * 3100, within(5.0));
    }

    @Test
    void aTargetIsMetByTheCheapestThatMeetsIt() {
        RaceSettings manyRuns = settings().withMaxInvocations(400);

        assertThat(run(new Objective.Slo(1000), manyRuns, this::steep).advised())
                .contains(MIDDLE);
        assertThat(run(new Objective.Slo(146), manyRuns, size -> succeeded(size, STEEP.get(size), 0.01))
                        .advised())
                .contains(LARGE);
        Verdict missed = run(new Objective.Slo(50), manyRuns, this::steep);
        assertThat(missed.word()).isEqualTo(VerdictWord.TARGET_MISSED);
        assertThat(missed.advised()).isEmpty();
        assertThat(result(missed, LARGE).departure())
                .hasValueSatisfying(departure -> assertThat(departure.reason()).endsWith("is above 50.0 ms"));
    }

    @Test
    void intervalsHoldTheTruthAndNarrow() {
        Verdict few = run(new Objective.Speed(), settings().withMaxInvocations(15), this::steep);

        assertThat(new HashSet<>(few.sizes())).hasSize(3).allSatisfy(size -> {
            Interval time = size.time().orElseThrow();
            assertThat(STEEP.get(size.size())).isBetween(time.low(), time.high());
        });
        assertThat(result(few, LARGE).headroom().orElseThrow()).isCloseTo(1 - 60.0 / 1024, within(1e-9));
    }

    @Test
    void aRaceNeedsSizesThatDiffer() {
        assertThatThrownBy(() ->
                        Course.of(List.of(SMALL, SMALL), new Objective.Cost(), settings(), TrialFunction.RATES, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none twice");
        assertThatThrownBy(() -> size(64)).hasMessage("memory is 128 to 10240 MB, not 64 MB");
    }

    private Measurement steep(LambdaSize size) {
        return succeeded(size, STEEP.get(size), 0.02);
    }

    private Measurement succeeded(LambdaSize size, double meanMs, double variation) {
        return Measurement.warm(size, meanMs * Noise.LOGNORMAL.draw(variation, random), 60);
    }

    private static Verdict run(Objective objective, RaceSettings settings, Function<LambdaSize, Measurement> function) {
        Race race = Race.of(course(objective, settings));
        Optional<Round> round = race.next();
        while (round.isPresent()) {
            race = race.after(round.get().invocations().stream()
                    .map(invocation -> function.apply(invocation.size()))
                    .toList());
            round = race.next();
        }
        return race.verdict();
    }

    private static SizeResult result(Verdict verdict, LambdaSize size) {
        return verdict.sizes().stream()
                .filter(result -> result.size().equals(size))
                .findFirst()
                .orElseThrow();
    }

    private static Course course(Objective objective, RaceSettings settings) {
        return Course.of(List.of(SMALL, MIDDLE, LARGE), objective, settings, TrialFunction.RATES, 3);
    }

    private static RaceSettings settings() {
        return RaceSettings.forSizes(3);
    }

    private static LambdaSize size(int memoryMb) {
        return new LambdaSize(memoryMb, Architecture.X86_64);
    }
}
