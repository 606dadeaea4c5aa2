package io.agentctl.control.rightsizing;

import static io.agentctl.control.rightsizing.SyntheticLoad.FORTNIGHT;
import static io.agentctl.control.rightsizing.SyntheticLoad.PER_DAY;
import static io.agentctl.control.rightsizing.SyntheticLoad.START;
import static io.agentctl.control.rightsizing.SyntheticLoad.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.fargate.OperatingSystem;
import io.agentctl.control.fargate.SizeInForce;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a service of several tasks is advised: size and count together, memory, and who moves the count. */
class FleetAdviceTest {

    private static final TaskSize SIZE = new TaskSize(1024, 2048);
    private static final Series NONE = Series.empty(START, Duration.ofMinutes(5));

    @Test
    void sizeAndCountAreChosenTogetherForTheLeastPrice() {
        Advice advice = advise(flat(20, FORTNIGHT), flat(20, FORTNIGHT), constraints(10, new TaskCount.Bounded(2, 20)));

        assertThat(advice.finding()).isEqualTo(Finding.OVER);
        Sizing advised = advice.advised();
        assertThat(advised.cpu() * advised.tasks()).isBetween(2926, 3200);
        assertThat(advised.tasks()).isBetween(2, 20);
        assertThat(advice.alternatives()).filteredOn(Alternative::fits).allSatisfy(other -> assertThat(
                        other.sizing().monthlyCost())
                .isGreaterThanOrEqualTo(advised.monthlyCost()));
    }

    @Test
    void aServiceKeepsTwoTasksUnlessItRanOne() {
        Advice four = advise(flat(1, FORTNIGHT), flat(10, FORTNIGHT), constraints(4, SizingConstraints.unscaled(4)));
        Advice one = advise(flat(1, FORTNIGHT), flat(10, FORTNIGHT), constraints(1, SizingConstraints.unscaled(1)));

        assertThat(four.advised()).hasToString("2 × 256/512");
        assertThat(codes(four)).contains(ReasonCode.TASK_FLOOR);
        assertThat(one.advised()).hasToString("1 × 256/512");
    }

    @Test
    void fewerTasksHaveToHoldTheMemoryOfMore() {
        Advice advice = advise(flat(2, FORTNIGHT), flat(70, FORTNIGHT), constraints(4, new TaskCount.Bounded(2, 20)));

        assertThat(advice.advised().memory() * advice.advised().tasks()).isGreaterThanOrEqualTo(4 * 2048 * 70 / 80);
    }

    @Test
    void memoryAboveItsBudgetIsTooSmallASize() {
        Advice advice = advise(flat(20, FORTNIGHT), flat(90, FORTNIGHT), constraints(1, new TaskCount.Fixed(1)));

        assertThat(advice.finding()).isEqualTo(Finding.UNDER);
        assertThat(advice.advised().memory()).isGreaterThan(2048);
        assertThat(codes(advice)).containsExactly(ReasonCode.MEMORY_OVER_BUDGET);
    }

    @Test
    void memoryThatLeaksIsGivenAnotherWeek() {
        TaskSize large = new TaskSize(1024, 8192);
        SizingConstraints constraints = constraints(large, 1, new TaskCount.Fixed(1));
        Advice steady = advise(flat(20, FORTNIGHT), flat(40, FORTNIGHT), constraints);
        Advice leaking = advise(flat(20, FORTNIGHT), flat(20, FORTNIGHT).growing(0.5), constraints);

        assertThat(leaking.advised().memory()).isGreaterThan(steady.advised().memory());
    }

    @Test
    void memoryThatWasNotMeasuredIsNotReduced() {
        TaskSize large = new TaskSize(1024, 8192);
        Advice advice = adviser()
                .advise(
                        ServiceUsage.ofOneSize(flat(10, FORTNIGHT).percent(), NONE, large),
                        constraints(large, 1, new TaskCount.Fixed(1)));

        assertThat(advice.advised().memory()).isGreaterThanOrEqualTo(8192);
        assertThat(codes(advice)).contains(ReasonCode.MEMORY_UNKNOWN);
        assertThat(advice.stranded().gib()).isZero();
    }

    @Test
    void percentagesAreOfTheSizeInForceAtTheirTime() {
        // 30 % of 2048 and then 60 % of 1024 are one and the same demand.
        ServiceUsage usage = new ServiceUsage(
                flat(30, FORTNIGHT).shifted(7 * PER_DAY, 2).percent(),
                NONE,
                flat(30, FORTNIGHT).percent(),
                NONE,
                NONE,
                List.of(
                        new SizeInForce(START, new TaskSize(2048, 4096)),
                        new SizeInForce(START.plus(Duration.ofDays(7)), SIZE)));

        Advice advice = adviser().advise(usage, constraints(1, new TaskCount.Fixed(1)));

        assertThat(advice.finding()).isEqualTo(Finding.RIGHT);
        assertThat(advice.pattern().levelShift()).isZero();
        assertThat(advice.stranded().vcpu()).isEqualTo(0.4);
    }

    @Test
    void aResizeThatCannotBePlacedMakesAdviceUnknown() {
        SizingConstraints constraints = new SizingConstraints(
                SIZE,
                2,
                new TaskCount.Fixed(2),
                Architecture.X86_64,
                OperatingSystem.LINUX,
                0,
                Budgets.DEFAULT,
                RiskAppetite.MEDIUM,
                Resizes.UNRESOLVED);

        Advice advice = advise(flat(10, FORTNIGHT), flat(10, FORTNIGHT), constraints);

        assertThat(advice.finding()).isEqualTo(Finding.UNKNOWN);
        assertThat(codes(advice)).containsExactly(ReasonCode.RESIZE_UNRESOLVED);
    }

    @Test
    void aServiceWithoutTasksIsUnknown() {
        Advice advice = advise(flat(10, FORTNIGHT), flat(10, FORTNIGHT), constraints(0, new TaskCount.Bounded(1, 4)));

        assertThat(codes(advice)).containsExactly(ReasonCode.NO_TASKS);
        assertThat(advice.current().monthlyCost()).hasToString("$0.00");
    }

    @Test
    void underTrackingTheCountFollowsTheLoadAndIsPaidForOnAverage() {
        // Six tasks at night and eighteen by day: smaller tasks follow the load more closely than large ones.
        SyntheticLoad percent = flat(60, FORTNIGHT);
        SyntheticLoad running = flat(12, FORTNIGHT).daily(0.5);
        TaskSize large = new TaskSize(4096, 8192);
        ServiceUsage usage = new ServiceUsage(
                percent.percent(),
                NONE,
                flat(10, FORTNIGHT).percent(),
                NONE,
                running.percent(),
                List.of(new SizeInForce(START, large)));

        Advice advice = adviser().advise(usage, constraints(large, 12, new TaskCount.Tracked(2, 40, 60)));

        // The average that tracking runs is a little over twelve, and is rounded up.
        assertThat(advice.current().tasks()).isEqualTo(13);
        assertThat(codes(advice)).contains(ReasonCode.TRACKING);
        assertThat(advice.advised().monthlyCost())
                .isLessThanOrEqualTo(advice.current().monthlyCost());
        assertThat(advice.advised().tasks()).isBetween(2, 40);
    }

    @Test
    void trackingThatIsHeldByItsCeilingNeedsLargerTasks() {
        ServiceUsage usage = new ServiceUsage(
                flat(85, FORTNIGHT).percent(),
                NONE,
                flat(10, FORTNIGHT).percent(),
                NONE,
                flat(4, FORTNIGHT).percent(),
                List.of(new SizeInForce(START, SIZE)));

        Advice advice = adviser().advise(usage, constraints(4, new TaskCount.Tracked(2, 4, 60)));

        assertThat(advice.finding()).isEqualTo(Finding.UNDER);
        assertThat(advice.advised().cpu()).isGreaterThan(1024);
    }

    @Test
    void aCountThatSomethingElseMovesIsTakenAsItRan() {
        ServiceUsage usage = new ServiceUsage(
                flat(15, FORTNIGHT).percent(),
                NONE,
                flat(10, FORTNIGHT).percent(),
                NONE,
                flat(6, FORTNIGHT).daily(0.5).percent(),
                List.of(new SizeInForce(START, SIZE)));

        Advice advice = adviser().advise(usage, constraints(6, new TaskCount.Driven(2, 20)));

        assertThat(advice.advised()).hasToString("6 × 256/512");
    }

    @Test
    void theHottestTaskDecidesUnlessItIsHotForMomentsOnly() {
        SyntheticLoad average = flat(10, FORTNIGHT);
        ServiceUsage starts = usage(average, flat(12, FORTNIGHT).job(0, 2 * PER_DAY, 1, 88));
        ServiceUsage skewed = usage(average, flat(45, FORTNIGHT));

        assertThat(adviser()
                        .advise(starts, constraints(4, new TaskCount.Fixed(4)))
                        .advised()
                        .cpu())
                .isEqualTo(256);
        assertThat(adviser()
                        .advise(skewed, constraints(4, new TaskCount.Fixed(4)))
                        .advised()
                        .cpu())
                .isEqualTo(512);
    }

    @Test
    void whatNoSizeCarriesIsSaid() {
        TaskSize largest = new TaskSize(16384, 122880);
        Advice advice =
                advise(flat(95, FORTNIGHT), flat(20, FORTNIGHT), constraints(largest, 1, new TaskCount.Fixed(1)));

        assertThat(advice.finding()).isEqualTo(Finding.UNDER);
        assertThat(codes(advice)).contains(ReasonCode.NOTHING_FITS);
        assertThat(advice.advised().cpu()).isEqualTo(16384);
    }

    @Test
    void windowsTasksStayWithinWhatWindowsHas() {
        SizingConstraints windows = new SizingConstraints(
                new TaskSize(4096, 8192),
                2,
                new TaskCount.Fixed(2),
                Architecture.X86_64,
                OperatingSystem.WINDOWS,
                0,
                Budgets.DEFAULT,
                RiskAppetite.MEDIUM,
                Resizes.RESOLVED);

        assertThat(advise(flat(1, FORTNIGHT), flat(1, FORTNIGHT), windows).advised())
                .hasToString("2 × 1024/2048");
    }

    private static ServiceUsage usage(SyntheticLoad average, SyntheticLoad hottest) {
        return new ServiceUsage(
                average.percent(),
                hottest.percent(),
                flat(10, FORTNIGHT).percent(),
                NONE,
                NONE,
                List.of(new SizeInForce(START, SIZE)));
    }

    private static Advice advise(SyntheticLoad cpu, SyntheticLoad memory, SizingConstraints constraints) {
        return adviser()
                .advise(ServiceUsage.ofOneSize(cpu.percent(), memory.percent(), constraints.size()), constraints);
    }

    private static SizingConstraints constraints(int tasks, TaskCount count) {
        return constraints(SIZE, tasks, count);
    }

    private static SizingConstraints constraints(TaskSize size, int tasks, TaskCount count) {
        return new SizingConstraints(
                size,
                tasks,
                count,
                Architecture.X86_64,
                OperatingSystem.LINUX,
                0,
                Budgets.DEFAULT,
                RiskAppetite.MEDIUM,
                Resizes.RESOLVED);
    }

    private static List<ReasonCode> codes(Advice advice) {
        return advice.reasons().stream().map(Reason::code).toList();
    }

    private static SizeAdviser adviser() {
        return new SizeAdviser(ReferenceRule.PRICES);
    }
}
