package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class SwitchPlannerTest {

    @Test
    void provisionedThroughputBeginsAtThePeakOverTheTarget() {
        ResourcePlan plan = provisioned(
                planner(SomeTable.onDemand(), SomeTable.demands(hour -> hour == 9 ? 350 : 70, hour -> 14)),
                new ProvisionedWish.Scaled(70));

        // 350 / 0.7 and 14 / 0.7; nothing is read from the index, and that is 5, not 1.
        assertThat(to(plan, "throughput")).isEqualTo("500/20");
        assertThat(to(plan, "throughput of by-owner")).isEqualTo("5/20");
        assertThat(to(plan, "scaling of reads")).matches("\\d+-1000 at 70 %");
        assertThat(to(plan, "scaling of writes of by-owner")).matches("\\d+-40 at 70 %");
        assertThat(plan.monthly().compareTo(Money.ZERO)).isNegative();
        assertThat(WantedTable.of(plan).mode()).contains(Mode.PROVISIONED);
    }

    @Test
    void whatIsSteadyIsFixedAndWhatSwingsScalesEachBeingTheCheaper() {
        SwitchPlanner planner =
                planner(SomeTable.onDemand(), SomeTable.demands(hour -> hour < 12 ? 200 : 20, hour -> 14));
        SortedMap<Meter, MeterChoice> choices = planner.choices(new ProvisionedWish.Cheapest());

        ProvisionedMeter reads = choices.get(SomeTable.READS).meter();
        assertThat(choices.get(SomeTable.READS).scaled()).isPresent();
        assertThat(reads.chosen().monthly())
                .isLessThan(reads.fixed().orElseThrow().monthly());
        assertThat(reads.chosen().throttledShare()).isLessThanOrEqualTo(0.01);
        // 14 units a second without a pause: one in a hundred may be throttled.
        ProvisionedMeter writes = choices.get(SomeTable.WRITES).meter();
        assertThat(choices.get(SomeTable.WRITES).scaled()).isEmpty();
        assertThat(writes.chosen().setting()).isEqualTo("14");
        assertThat(writes.chosen().monthly())
                .isLessThanOrEqualTo(writes.scaled().orElseThrow().monthly());

        ResourcePlan plan = planner.toProvisioned(choices).getFirst();
        assertThat(to(plan, "throughput")).endsWith("/14");
        assertThat(plan.changes()).extracting(Change::field).doesNotContain("scaling of writes");
        assertThat(why(plan, "throughput"))
                .contains(
                        "reads: the peak at the target, to begin with; writes fixed, the cheaper one: $6.64 fixed, $");
        assertThat(why(plan, "scaling of reads")).matches("the cheaper one: \\$\\S+ scaling, \\$\\S+ fixed at 1\\d\\d");
    }

    /** One unit a second fits 1-1 with any target; with room to grow, only a usual one stays near it. */
    @Test
    void roomToGrowIsNotPricedWithATargetThatTightBoundsMadeUp() {
        SortedMap<Meter, MeterChoice> choices = planner(SomeTable.onDemand(), SomeTable.demands(hour -> 40, hour -> 1))
                .choices(new ProvisionedWish.Cheapest());

        SettingCost scaled = choices.get(SomeTable.WRITES).meter().scaled().orElseThrow();
        assertThat(scaled.averageUnits()).isLessThanOrEqualTo(2.5);
    }

    @Test
    void thePriceOfThePlanIsThatOfWhatIsChosen() {
        SwitchPlanner planner = planner(SomeTable.onDemand(), SomeTable.demands(hour -> 100, hour -> 14));
        SortedMap<Meter, MeterChoice> choices = planner.choices(new ProvisionedWish.Fixed());
        Money chosen = Money.ZERO;
        for (MeterChoice choice : choices.values()) {
            chosen = chosen.plus(choice.meter().chosen().monthly());
        }

        // 100 reads and twice 14 writes a second on demand, over 730 hours: $32.85 and $45.99.
        assertThat(planner.toProvisioned(choices).getFirst().monthly()).isEqualTo(chosen.minus(Money.ofUsd(78.84)));
    }

    @Test
    void whatScaledBeforeKeepsItsBoundsUnlessThePeakIsOverThem() {
        ObservedTable table = scaledBefore();

        ResourcePlan plan =
                provisioned(planner(table, SomeTable.demands(hour -> 30, hour -> 12)), new ProvisionedWish.Cheapest());

        assertThat(to(plan, "throughput")).isEqualTo("50/20");
        assertThat(plan.changes()).extracting(Change::field).doesNotContain("scaling of reads");
        assertThat(to(plan, "scaling of writes")).isEqualTo("5-20 at 60 %");
        assertThat(why(plan, "scaling of writes")).startsWith("it scaled so before: $");
    }

    @Test
    void fixedAsAskedForTakesWhatScalesOutOfScaling() {
        ResourcePlan plan = provisioned(
                planner(scaledBefore(), SomeTable.demands(hour -> 30, hour -> 12)), new ProvisionedWish.Fixed());

        assertThat(to(plan, "throughput")).isEqualTo("30/12");
        assertThat(to(plan, "throughput of by-owner")).as("never less than 5").isEqualTo("5/12");
        assertThat(to(plan, "scaling of reads")).isEmpty();
        assertThat(to(plan, "scaling of writes")).isEmpty();
        assertThat(WantedTable.of(plan).scaled(scaledBefore())).isEmpty();
    }

    @Test
    void theWritesOfAGlobalTableScaleWhateverThatCosts() {
        SortedMap<Meter, MeterChoice> choices = planner(
                        SomeTable.replicated(SomeTable.onDemand(), "eu-west-1"),
                        SomeTable.demands(hour -> 30, hour -> 12))
                .choices(new ProvisionedWish.Cheapest());

        assertThat(choices.get(SomeTable.WRITES).scaled()).isPresent();
        assertThat(choices.get(SomeTable.READS).scaled()).isEmpty();
    }

    @Test
    void onDemandHasNoThroughputAndNamesThePrice() {
        ResourcePlan plan = planner(SomeTable.provisioned(100, 20), SomeTable.demands(hour -> 10, hour -> 2))
                .toOnDemand()
                .getFirst();

        assertThat(plan.changes())
                .extracting(Change::field)
                .containsExactly("mode", "throughput", "throughput of by-owner");
        assertThat(plan.changes().getFirst().to()).isEqualTo("on-demand");
        // Now 200 reads and 40 writes an hour: $37.96 a month. On demand 10 reads and 4 writes a second: $9.86.
        assertThat(plan.monthly().toString()).isEqualTo("-$28.11");
    }

    @Test
    void aTableThatIsThereAlreadyHasNothingToChange() {
        SortedMap<Meter, Demand> demands = SomeTable.demands(hour -> 1, hour -> 1);

        assertThat(planner(SomeTable.onDemand(), demands).toOnDemand()).isEmpty();
        SwitchPlanner there = planner(SomeTable.provisioned(1, 1), demands);
        assertThat(there.toProvisioned(there.choices(new ProvisionedWish.Cheapest())))
                .isEmpty();
    }

    private static SwitchPlanner planner(ObservedTable table, SortedMap<Meter, Demand> demands) {
        return new SwitchPlanner(table, demands, SomeTable.RATE, SomeTable.QUOTAS, AdviceTerms.USUAL);
    }

    private static ObservedTable scaledBefore() {
        return SomeTable.of(
                Mode.ON_DEMAND,
                "ACTIVE",
                Throughput.NONE,
                0,
                null,
                Map.of(
                        SomeTable.READS, SomeTable.scaling(50, 900, 60),
                        SomeTable.WRITES, SomeTable.scaling(5, 10, 60)));
    }

    private static ResourcePlan provisioned(SwitchPlanner planner, ProvisionedWish wish) {
        return planner.toProvisioned(planner.choices(wish)).getFirst();
    }

    private static String to(ResourcePlan plan, String field) {
        return change(plan, field).to();
    }

    private static String why(ResourcePlan plan, String field) {
        return change(plan, field).why();
    }

    private static Change change(ResourcePlan plan, String field) {
        List<Change> changes = plan.changes().stream()
                .filter(change -> change.field().equals(field))
                .toList();
        assertThat(changes).as(field).hasSize(1);
        return changes.getFirst();
    }
}
