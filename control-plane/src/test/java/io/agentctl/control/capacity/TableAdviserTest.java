package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.plan.Money;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TableAdviserTest {

    private static final TableAdviser ADVISER = new TableAdviser(SomeTable.RATE, SomeTable.QUOTAS, AdviceTerms.USUAL);

    @Test
    void steadyUseIsCheaperProvisioned() {
        TableAdvice advice = ADVISER.advise(SomeTable.onDemand(), SomeTable.demands(hour -> 100, hour -> 20));

        assertThat(advice.advised()).contains(Mode.PROVISIONED);
        assertThat(advice.worthwhile()).isTrue();
        assertThat(advice.reason()).matches("provisioned saves 7\\d %");
        // 100 reads and twice 20 writes a second over 730 hours: $32.85 and $65.70.
        assertThat(advice.onDemand().monthly()).isEqualTo(Money.ofUsd(98.55));
        assertThat(advice.present()).isEqualTo(advice.onDemand());
        assertThat(advice.provisioned().orElseThrow().throttledShare()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void useForAnHourADayIsCheaperOnDemand() {
        TableAdvice advice = ADVISER.advise(
                SomeTable.provisioned(100, 20),
                SomeTable.demands(hour -> hour == 9 ? 90 : 0, hour -> hour == 9 ? 18 : 0));

        assertThat(advice.advised()).contains(Mode.ON_DEMAND);
        assertThat(advice.worthwhile()).isTrue();
    }

    @Test
    void aSavingUnderFifteenPercentIsNotWorthASwitch() {
        // In use for 31 % of what is provisioned: a little over the break-even.
        TableAdvice advice =
                ADVISER.advise(SomeTable.onDemand(), SomeTable.demands(hour -> hour % 24 < 8 ? 10 : 0, hour -> 0));

        assertThat(advice.advised()).contains(Mode.ON_DEMAND);
        assertThat(advice.worthwhile()).isFalse();
        assertThat(advice.meters().getFirst().breakEven()).isCloseTo(0.289, within(0.0005));
    }

    @Test
    void whatThrottlesIsAdvisedAgainstWhateverItSaves() {
        TableAdvice advice =
                ADVISER.advise(SomeTable.provisioned(1, 1), SomeTable.demands(hour -> hour == 9 ? 90 : 0, hour -> 1));

        assertThat(advice.present().throttledShare()).isGreaterThan(0.9);
        assertThat(advice.advised()).contains(Mode.ON_DEMAND);
        assertThat(advice.worthwhile()).isTrue();
        assertThat(advice.reason()).startsWith("it throttles more than is allowed as it is; ");
    }

    @Test
    void whereTheModeIsRightAndTheSettingIsNotItSaysHowToScale() {
        TableAdvice advice = ADVISER.advise(
                SomeTable.provisioned(100, 9), SomeTable.demands(hour -> hour < 12 ? 200 : 20, hour -> 8));

        assertThat(advice.worthwhile()).isFalse();
        BetterScaling better = advice.meters().getFirst().better().orElseThrow();
        assertThat(better.max()).as("room for twice the peak").isGreaterThanOrEqualTo(400);
        assertThat(better.monthly())
                .isLessThan(advice.meters().getFirst().fixed().orElseThrow().monthly());
        assertThat(advice.meters().get(1).better()).as("9 for 8 are well").isEmpty();
    }

    @Test
    void whatScalesIsPricedAsItScales() {
        ObservedTable table = SomeTable.of(
                Mode.PROVISIONED,
                "ACTIVE",
                new Throughput(10, 10),
                0,
                null,
                Map.of(SomeTable.READS, SomeTable.scaling(5, 50, 70)));

        TableAdvice advice = ADVISER.advise(table, SomeTable.demands(hour -> 7, hour -> 1));

        assertThat(advice.meters().getFirst().present().setting()).isEqualTo("5-50 at 70 %");
        assertThat(advice.meters().get(1).present().setting()).isEqualTo("10");
    }

    @Test
    void lessThanADayIsNoGroundForAdvice() {
        SortedMap<Meter, Demand> short3Hours = new TreeMap<>();
        SomeTable.onDemand()
                .meters()
                .forEach(meter -> short3Hours.put(meter, Demand.of(SomeTable.NOW, new double[180])));

        assertThat(ADVISER.advise(SomeTable.onDemand(), short3Hours).advised()).isEmpty();
        assertThat(ADVISER.advise(SomeTable.onDemand(), short3Hours).reason())
                .isEqualTo("it was measured for 3 h only, and a day is the least to advise on");
    }
}
