package io.agentctl.control.rightsizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.fargate.FargateSizes;
import io.agentctl.control.fargate.OperatingSystem;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every load. */
class SizeAdviserPropertiesTest {

    private static final int TRIES = 60;
    private static final SizeAdviser ADVISER = new SizeAdviser(ReferenceRule.PRICES);

    @Property(tries = TRIES)
    void moreLoadNeverGivesASmallerSize(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll("units") int units,
            @ForAll @DoubleRange(min = 1, max = 4) double factor) {
        TaskSize size = new TaskSize(units, 2 * units);
        SyntheticLoad load = SyntheticLoad.random(seed).times(0.4);

        Sizing less = adviseOne(load, size, RiskAppetite.MEDIUM).advised();
        Sizing more = adviseOne(load.times(factor), size, RiskAppetite.MEDIUM).advised();

        assertThat(more.cpu()).isGreaterThanOrEqualTo(less.cpu());
    }

    @Property(tries = TRIES)
    void aLargerAppetiteForRiskNeverGivesALargerSize(
            @ForAll @LongRange(min = 0) long seed, @ForAll("units") int units) {
        TaskSize size = new TaskSize(units, 2 * units);
        SyntheticLoad load = SyntheticLoad.random(seed);

        int low = adviseOne(load, size, RiskAppetite.LOW).advised().cpu();
        int medium = adviseOne(load, size, RiskAppetite.MEDIUM).advised().cpu();
        int high = adviseOne(load, size, RiskAppetite.HIGH).advised().cpu();

        assertThat(List.of(high, medium, low)).isSorted();
    }

    @Property(tries = TRIES)
    void adviceIsAFargateSizeWithinTheBoundsAndNoCheaperOneFits(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll("units") int units,
            @ForAll @IntRange(min = 1, max = 12) int tasks,
            @ForAll @IntRange(min = 1, max = 6) int least,
            @ForAll @IntRange(min = 0, max = 30) int more,
            @ForAll @IntRange(min = 0, max = 3) int kind) {
        TaskSize size = new TaskSize(units, 2 * units);
        TaskCount count =
                switch (kind) {
                    case 0 -> new TaskCount.Fixed(tasks);
                    case 1 -> new TaskCount.Driven(least, least + more);
                    case 2 -> new TaskCount.Tracked(least, least + more, 60);
                    default -> new TaskCount.Bounded(least, least + more);
                };

        Advice advice = advise(SyntheticLoad.random(seed), size, tasks, count, RiskAppetite.MEDIUM);

        Sizing advised = advice.advised();
        assertThat(FargateSizes.exists(advised.cpu(), advised.memory())).isTrue();
        if (advice.changes() && !(count instanceof TaskCount.Driven)) {
            assertThat(advised.tasks()).isBetween(count.least(), count.most());
        }
        double mostExpected = advice.finding() == Finding.RIGHT ? 1 - Choice.LEAST_SAVING : 1;
        assertThat(advice.alternatives()).filteredOn(Alternative::fits).allSatisfy(other -> assertThat(
                        other.sizing().monthlyCost().usd().doubleValue())
                .isGreaterThanOrEqualTo(advised.monthlyCost().usd().doubleValue() * mostExpected - 0.0001));
    }

    @Property(tries = TRIES)
    void theSameInputGivesTheSameAdvice(@ForAll @LongRange(min = 0) long seed, @ForAll("units") int units) {
        TaskSize size = new TaskSize(units, 2 * units);

        assertThat(adviseOne(SyntheticLoad.random(seed), size, RiskAppetite.MEDIUM))
                .isEqualTo(adviseOne(SyntheticLoad.random(seed), size, RiskAppetite.MEDIUM));
    }

    @Property(tries = TRIES)
    void theSameDemandMeasuredOnTwoSizesIsTheSameNeed(@ForAll @LongRange(min = 0) long seed) {
        SyntheticLoad onSmall = SyntheticLoad.random(seed).times(0.2);
        Assume.that(onSmall.percent().max() < Demand.CENSORED_FROM);
        TaskSize small = new TaskSize(1024, 2048);
        TaskSize large = new TaskSize(4096, 8192);

        double needOnSmall = need(onSmall, small);
        double needOnLarge = need(onSmall.times(0.25), large);

        assertThat(needOnLarge).isCloseTo(needOnSmall, within(1e-6));
    }

    @Property(tries = 20)
    void rowsInAnotherOrderGiveTheSameAdvice(@ForAll @LongRange(min = 0) long seed) {
        Series cpu = SyntheticLoad.random(seed).percent().slice(0, 600);
        List<String> rows = new ArrayList<>();
        for (int index = 0; index < cpu.size(); index++) {
            rows.add(String.format(Locale.ROOT, "%s,%.3f,20", cpu.time(index), cpu.value(index)));
        }
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(adviseOnFile(shuffled)).isEqualTo(adviseOnFile(rows));
    }

    @Provide
    Arbitrary<Integer> units() {
        return Arbitraries.of(256, 512, 1024, 2048, 4096, 8192);
    }

    private static Advice adviseOnFile(List<String> rows) {
        TaskSize size = new TaskSize(2048, 4096);
        CsvUsage usage =
                UsageCsv.parse("u.csv", "timestamp,cpu_percent,memory_percent\n" + String.join("\n", rows) + "\n");
        return ADVISER.advise(usage.ofTasksOf(size), SizingConstraints.fixed(size, 1, RiskAppetite.MEDIUM));
    }

    private static double need(SyntheticLoad load, TaskSize size) {
        SizingConstraints constraints = SizingConstraints.fixed(size, 1, RiskAppetite.MEDIUM);
        Demand demand = Demand.of(usage(load, size), constraints);
        return CpuNeed.of(demand, constraints, 4096).most();
    }

    private static Advice adviseOne(SyntheticLoad load, TaskSize size, RiskAppetite appetite) {
        return advise(load, size, 1, new TaskCount.Fixed(1), appetite);
    }

    private static Advice advise(SyntheticLoad load, TaskSize size, int tasks, TaskCount count, RiskAppetite appetite) {
        return ADVISER.advise(
                usage(load, size),
                new SizingConstraints(
                        size,
                        tasks,
                        count,
                        Architecture.X86_64,
                        OperatingSystem.LINUX,
                        0,
                        Budgets.DEFAULT,
                        appetite,
                        Resizes.RESOLVED));
    }

    private static ServiceUsage usage(SyntheticLoad load, TaskSize size) {
        Series memory = SyntheticLoad.flat(400.0 * 100 / size.memoryMib(), SyntheticLoad.FORTNIGHT)
                .percent();
        return ServiceUsage.ofOneSize(load.percent(), memory, size);
    }
}
