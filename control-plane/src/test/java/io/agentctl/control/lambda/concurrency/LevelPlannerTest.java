package io.agentctl.control.lambda.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.metrics.Series;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.LambdaRate;
import io.agentctl.control.pricing.ProvisionedRate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Levels of provisioned concurrency as a pure function of use and prices. */
class LevelPlannerTest {

    private static final ProvisionedRate PROVISIONED = new ProvisionedRate(0.0000041667, 0.0000097222);
    private static final LambdaRate RATE = new LambdaRate(0.0000166667, 0.20, Optional.of(PROVISIONED));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int DAY = 24 * 60;

    @Test
    void breakEvenIsSixtyPercentOfTheTime() {
        assertThat(PROVISIONED.breakEven(RATE.gbSecond())).isCloseTo(0.60, within(0.001));
    }

    @Test
    void withoutInvocationsThereIsNoAdvice() {
        LevelAdvice nothing =
                advise(usage(DAY, minute -> Double.NaN, minute -> Double.NaN, minute -> Double.NaN), cover(10));
        LevelAdvice zeroes = advise(usage(DAY, minute -> 0, minute -> 0, minute -> 0), cover(10));

        assertThat(nothing.levels()).isEmpty();
        assertThat(nothing.advised()).isEmpty();
        assertThat(nothing.reason()).isEqualTo("no invocation was measured");
        assertThat(nothing.enough()).isFalse();
        assertThat(zeroes).isEqualTo(nothing);
    }

    @Test
    void oneThatIsAlwaysBusyIsCheaperKeptReady() {
        ConcurrencyUsage busy = usage(DAY, minute -> 1, minute -> 60, minute -> 60_000);

        LevelAdvice advice = advise(busy, new LevelPlanner.Terms(LevelRule.NO_DEARER, 0.99, 10, 0));

        assertThat(advice.advised()).hasValue(1);
        Level none = advice.levels().getFirst();
        Level one = advice.levels().getLast();
        // 730 h: 2,628,000 GB-s; on demand $43.80, kept ready $10.95 and $25.55 there; requests $0.53 each way.
        assertThat(none.monthly().usd().doubleValue()).isCloseTo(44.326, within(0.01));
        assertThat(one.monthly().usd().doubleValue()).isCloseTo(37.026, within(0.01));
        assertThat(one.keptReady().usd().doubleValue()).isCloseTo(10.950, within(0.001));
        assertThat(one.utilization()).hasValue(1);
        assertThat(one.readyShare()).isEqualTo(1);
    }

    @Test
    void oneThatIsSeldomBusyIsDearerKeptReady() {
        ConcurrencyUsage idle = usage(DAY, minute -> 1, minute -> 6, minute -> 6_000);

        LevelAdvice advice = advise(idle, new LevelPlanner.Terms(LevelRule.NO_DEARER, 0.99, 10, 0));

        assertThat(advice.advised()).hasValue(0);
        assertThat(advice.reason()).isEqualTo("any would be dearer than none");
    }

    @Test
    void theCheapestThatCoversTheTimeIsAdvised() {
        // Four at once in less than 1 % of the minutes, one otherwise.
        ConcurrencyUsage usage = usage(
                4 * DAY, minute -> minute % 110 == 0 ? 4 : 1, minute -> minute % 110 == 0 ? 40 : 10, minute -> 6_000);

        assertThat(advise(usage, cover(10)).advised()).hasValue(1);
        assertThat(advise(usage, new LevelPlanner.Terms(LevelRule.COVER, 0.999, 10, 0))
                        .advised())
                .hasValue(4);
    }

    @Test
    void whatTheLimitDoesNotAllowIsNotAdvised() {
        ConcurrencyUsage usage = usage(DAY, minute -> 5, minute -> 60, minute -> 60_000);

        LevelAdvice advice = advise(usage, cover(3));

        assertThat(advice.advised()).isEmpty();
        assertThat(advice.reason()).contains("takes 5, but 3 at most can be kept ready");
        assertThat(advice.levels())
                .filteredOn(level -> !level.possible())
                .extracting(Level::environments)
                .containsExactly(4, 5);
        assertThat(advise(usage, cover(-2)).levels().getFirst().possible()).isTrue();
    }

    @Test
    void whatSpillsOverFollowsErlangAndNeverLessThanThePeakShows() {
        // Two erlangs offered to two environments: B = 0.4. Offered to none, all is lost.
        ConcurrencyUsage usage = usage(DAY, minute -> 7, minute -> 120, minute -> 120_000);
        // A burst of ten within a minute that is otherwise idle.
        ConcurrencyUsage burst = usage(DAY, minute -> 10, minute -> 10, minute -> 100);

        assertThat(level(advise(usage, cover(10)), 2).readyShare()).isCloseTo(0.6, within(1e-9));
        assertThat(level(advise(burst, cover(10)), 4).readyShare()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void coldStartsAreCountedFromRisesAboveWhatIsWarm() {
        // Once an hour two at once, nothing in between: two cold starts an hour.
        ConcurrencyUsage hourly = usage(
                DAY,
                minute -> minute % 60 == 0 ? 2 : Double.NaN,
                minute -> minute % 60 == 0 ? 20 : Double.NaN,
                minute -> 200);

        LevelAdvice advice = advise(hourly, cover(10));

        assertThat(level(advice, 0).coldStartsAvoided()).isZero();
        assertThat(level(advice, 1).coldStartsAvoided()).isEqualTo(730);
        assertThat(level(advice, 2).coldStartsAvoided()).isEqualTo(1460);
    }

    @Test
    void anHourOfDataIsTooLittle() {
        LevelAdvice advice = advise(usage(60, minute -> 1, minute -> 10, minute -> 500), cover(10));

        assertThat(advice.enough()).isFalse();
        assertThat(advice.reason()).contains("too little to act on: 600 invocations in 1.0 hours");
    }

    @Test
    void whatCameBeforeTheFirstInvocationDoesNotDiluteAMonth() {
        ConcurrencyUsage late = usage(
                2 * DAY,
                minute -> minute < DAY ? Double.NaN : 1,
                minute -> minute < DAY ? Double.NaN : 60,
                minute -> minute < DAY ? Double.NaN : 6_000);
        ConcurrencyUsage whole = usage(DAY, minute -> 1, minute -> 60, minute -> 6_000);

        assertThat(advise(late, cover(10)).levels().getFirst().monthly())
                .isEqualTo(advise(whole, cover(10)).levels().getFirst().monthly());
    }

    @Test
    void ofManyLevelsThoseThatTellSomethingAreShown() {
        ConcurrencyUsage steep = usage(2 * DAY, minute -> 1 + minute % 200, minute -> 600, minute -> 30_000);

        LevelAdvice advice = advise(steep, cover(1_000));

        assertThat(advice.levels()).hasSizeLessThan(14);
        assertThat(advice.levels())
                .extracting(Level::environments)
                .contains(0, 1, 200)
                .isSorted();
        assertThat(advice.levels()).extracting(Level::keptReady).isSortedAccordingTo(Money::compareTo);
    }

    private static LevelPlanner.Terms cover(int most) {
        return new LevelPlanner.Terms(LevelRule.COVER, 0.99, most, 0);
    }

    private static LevelAdvice advise(ConcurrencyUsage usage, LevelPlanner.Terms terms) {
        return LevelPlanner.advise(usage, 1024, RATE, PROVISIONED, terms);
    }

    private static Level level(LevelAdvice advice, int environments) {
        return advice.levels().stream()
                .filter(level -> level.environments() == environments)
                .findFirst()
                .orElseThrow();
    }

    private static ConcurrencyUsage usage(
            int minutes, IntToDoubleFunction peak, IntToDoubleFunction invocations, IntToDoubleFunction busyMillis) {
        return new ConcurrencyUsage(series(minutes, peak), series(minutes, invocations), series(minutes, busyMillis));
    }

    private static Series series(int minutes, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, minutes).mapToDouble(value).toArray();
        return Series.of(Instant.EPOCH, MINUTE, Arrays.copyOf(values, minutes));
    }
}
