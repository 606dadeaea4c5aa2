package io.agentctl.control.rightsizing;

import static io.agentctl.control.rightsizing.SyntheticLoad.FORTNIGHT;
import static io.agentctl.control.rightsizing.SyntheticLoad.PER_DAY;
import static io.agentctl.control.rightsizing.SyntheticLoad.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.plan.Risk;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What one task of a fixed count is advised, by what its CPU did. */
class SizeAdviserTest {

    private static final TaskSize SIZE = new TaskSize(2048, 4096);

    @Test
    void aTaskThatIdlesIsAdvisedToShrinkForMoney() {
        Advice advice = advise(flat(10, FORTNIGHT));

        assertThat(advice.finding()).isEqualTo(Finding.OVER);
        assertThat(advice.current()).hasToString("1 × 2048/4096");
        assertThat(advice.advised()).hasToString("1 × 512/1024");
        assertThat(advice.current().monthlyCost()).hasToString("$72.08");
        assertThat(advice.advised().monthlyCost()).hasToString("$18.02");
        assertThat(advice.monthly()).hasToString("-$54.06");
        assertThat(advice.stranded().vcpu()).isEqualTo(1.8);
        assertThat(advice.reasons().getFirst())
                .isEqualTo(new Reason(
                        ReasonCode.CPU_IDLE, "0.29 vCPU are needed (the budget of 70 %), 2.00 are paid for"));
        assertThat(advice.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(advice.risk()).isEqualTo(Risk.LOW);
        assertThat(advice.walkForward().costRatio()).isEqualTo(0.25);
        assertThat(advice.walkForward().minutesJudged()).isEqualTo(7 * 24 * 60);
        assertThat(advice.walkForward().minutesThrottled()).isZero();
    }

    @Test
    void aTaskAtItsLimitIsSteppedUpForWhatCouldNotBeMeasured() {
        Advice advice = advise(flat(20, FORTNIGHT).job(100, PER_DAY, 12, 200));

        assertThat(advice.finding()).isEqualTo(Finding.UNDER);
        assertThat(advice.advised().cpu()).isEqualTo(4096);
        assertThat(codes(advice)).startsWith(ReasonCode.CPU_CENSORED);
        assertThat(advice.data().censored()).isEqualTo(14 * 12);
    }

    @Test
    void aTaskThatTouchedItsLimitOnceIsNotShrunk() {
        Advice advice = advise(flat(5, FORTNIGHT).once(300, 2, 200));

        assertThat(advice.finding()).isEqualTo(Finding.RIGHT);
        assertThat(advice.changes()).isFalse();
        assertThat(codes(advice)).contains(ReasonCode.CPU_CENSORED);
    }

    @Test
    void sustainedLoadAboveTheBudgetIsTooSmallASize() {
        Advice advice = advise(flat(85, FORTNIGHT));

        assertThat(advice.finding()).isEqualTo(Finding.UNDER);
        assertThat(advice.advised()).hasToString("1 × 4096/8192");
        assertThat(codes(advice)).contains(ReasonCode.CPU_OVER_BUDGET);
    }

    @Test
    void aWeeklyPeakDecidesEvenIfLastWeekendWasQuiet() {
        SyntheticLoad mondays = flat(10, FORTNIGHT).job(9 * 12, 7 * PER_DAY, 8 * 12, 50);

        Advice advice = advise(mondays);

        assertThat(advice.finding()).isEqualTo(Finding.RIGHT);
        assertThat(codes(advice)).contains(ReasonCode.WEEKLY_RHYTHM);
        assertThat(advice.pattern().weekly()).isGreaterThan(0.9);
    }

    @Test
    void aBusyWeekdayIsNotAveragedAway() {
        // Eight hours of one day are under five per cent of a week, and yet nobody wants that day above the budget.
        Advice advice = advise(flat(10, FORTNIGHT).job(9 * 12, 7 * PER_DAY, 8 * 12, 30));

        assertThat(advice.advised().cpu()).isEqualTo(2048);
    }

    @Test
    void growthIsCoveredBeforeItArrives() {
        Advice steady = advise(flat(32, FORTNIGHT));
        Advice growing = advise(flat(24, FORTNIGHT).growing(0.2));

        assertThat(steady.advised().cpu()).isEqualTo(1024);
        assertThat(growing.advised().cpu()).isEqualTo(2048);
        assertThat(growing.pattern().growthPerWeek()).isBetween(0.1, 0.2);
        assertThat(codes(growing)).contains(ReasonCode.GROWTH);
    }

    @Test
    void aTaskThatWillNotFitNextWeekIsTooSmallToday() {
        Advice advice = advise(flat(45, FORTNIGHT).growing(0.25));

        assertThat(advice.finding()).isEqualTo(Finding.UNDER);
        assertThat(codes(advice)).startsWith(ReasonCode.CPU_OVER_BUDGET).contains(ReasonCode.GROWTH);
    }

    @Test
    void aStepIsNotTakenForGrowthAndEarlierPeaksStayCovered() {
        Advice advice = advise(flat(40, FORTNIGHT).shifted(9 * PER_DAY, 0.25));

        assertThat(advice.pattern().growthPerWeek()).isZero();
        assertThat(advice.pattern().levelShift()).isBetween(-0.76, -0.74);
        assertThat(codes(advice)).contains(ReasonCode.LEVEL_SHIFT);
        assertThat(advice.advised().cpu()).isEqualTo(2048);
    }

    @Test
    void oneBurstThatDidNotComeBackMayRunAtHalfSpeedAndTheAdviceSaysSo() {
        SyntheticLoad burst = flat(12, FORTNIGHT).once(1000, 3, 70);

        Advice medium = advise(burst);
        assertThat(medium.advised().cpu()).isEqualTo(1024);
        assertThat(codes(medium)).contains(ReasonCode.BURST_LEFT_OUT);
        assertThat(medium.risk()).isEqualTo(Risk.MEDIUM);

        assertThat(advise(burst, RiskAppetite.LOW).advised().cpu()).isEqualTo(2048);
        assertThat(advise(burst.once(3000, 3, 70)).advised().cpu()).isEqualTo(2048);
        assertThat(advise(flat(12, FORTNIGHT).once(FORTNIGHT - 100, 3, 70))
                        .advised()
                        .cpu())
                .as("a burst of yesterday may be the first of many")
                .isEqualTo(2048);
    }

    @Test
    void aDailyRhythmIsFoundAndNoiseIsNotTakenForOne() {
        assertThat(advise(flat(30, FORTNIGHT).daily(0.5)).pattern().daily()).isGreaterThan(0.9);
        SyntheticLoad noise = flat(30, FORTNIGHT).noisy(new Random(1), 0.2, 0.5);
        assertThat(advise(noise).pattern().daily()).isLessThan(Rhythm.WORTH_SAYING);
        assertThat(advise(noise).pattern().weekly()).isLessThan(Rhythm.WORTH_SAYING);
    }

    @Test
    void aSavingThatDoesNotRepayARolloutIsLeft() {
        TaskSize withMoreMemory = new TaskSize(256, 1024);
        Series cpu = flat(10, FORTNIGHT).percent();
        Series memory = flat(45, FORTNIGHT).percent();

        Advice advice = adviser()
                .advise(
                        ServiceUsage.ofOneSize(cpu, memory, withMoreMemory),
                        SizingConstraints.fixed(withMoreMemory, 1, RiskAppetite.MEDIUM));

        assertThat(advice.finding()).isEqualTo(Finding.RIGHT);
        assertThat(codes(advice)).contains(ReasonCode.FITS);
    }

    @Test
    void adviceThatWasTakenIsNotTakenBack() {
        for (int seed = 0; seed < 60; seed++) {
            SyntheticLoad load = SyntheticLoad.random(seed).times(0.9);
            Advice first = advise(load);
            TaskSize then = first.advised().size();
            Series percent =
                    load.times((double) SIZE.cpuUnits() / then.cpuUnits()).percent();

            Advice second = adviser()
                    .advise(
                            ServiceUsage.ofOneSize(percent, memory(then, 600), then),
                            SizingConstraints.fixed(then, 1, RiskAppetite.MEDIUM));

            if (first.finding() == Finding.OVER && second.data().censored() == 0) {
                assertThat(second.advised().size()).as("seed " + seed).isEqualTo(then);
            }
        }
    }

    @Test
    void lessThanADayOrThreeHundredPointsIsUnknown() {
        assertUnknown(advise(flat(10, 287)), ReasonCode.TOO_SHORT);
        assertUnknown(advise(flat(10, 299)), ReasonCode.TOO_FEW_POINTS);
        assertUnknown(advise(flat(10, FORTNIGHT).without(0, FORTNIGHT)), ReasonCode.NO_DATA);
        assertUnknown(advise(flat(10, FORTNIGHT).without(100, FORTNIGHT - 100)), ReasonCode.TOO_FEW_POINTS);
        assertThat(advise(flat(10, 300)).finding()).isEqualTo(Finding.OVER);
    }

    @Test
    void aWeekThatWasNotSeenIsSaidAndTrustedLess() {
        Advice advice = advise(flat(10, 4 * PER_DAY));

        assertThat(codes(advice)).contains(ReasonCode.WEEK_NOT_SEEN);
        assertThat(advice.confidence()).isEqualTo(Confidence.LOW);
        assertThat(advice.risk()).isEqualTo(Risk.MEDIUM);
    }

    @Test
    void gapsAreNotTakenForIdleTime() {
        Advice advice = advise(flat(60, FORTNIGHT).without(500, 2500));

        assertThat(advice.finding()).isEqualTo(Finding.RIGHT);
        assertThat(advice.data().gaps()).isEqualTo(2000);
        assertThat(advice.data().span()).isEqualTo(Duration.ofDays(14));
        assertThat(advice.confidence()).isEqualTo(Confidence.LOW);
    }

    private static void assertUnknown(Advice advice, ReasonCode code) {
        assertThat(advice.finding()).isEqualTo(Finding.UNKNOWN);
        assertThat(codes(advice)).containsExactly(code);
        assertThat(advice.changes()).isFalse();
        assertThat(advice.confidence()).isEqualTo(Confidence.NONE);
    }

    private static List<ReasonCode> codes(Advice advice) {
        return advice.reasons().stream().map(Reason::code).toList();
    }

    private static Advice advise(SyntheticLoad load) {
        return advise(load, RiskAppetite.MEDIUM);
    }

    private static Advice advise(SyntheticLoad load, RiskAppetite appetite) {
        ServiceUsage usage = ServiceUsage.ofOneSize(load.percent(), memory(SIZE, 600), SIZE);
        return adviser().advise(usage, SizingConstraints.fixed(SIZE, 1, appetite));
    }

    private static SizeAdviser adviser() {
        return new SizeAdviser(ReferenceRule.PRICES);
    }

    private static Series memory(TaskSize size, double mib) {
        return flat(mib * 100 / size.memoryMib(), FORTNIGHT).percent();
    }
}
