package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class SwitchPlannerTest {

    @Test
    void provisionedThroughputBeginsAtThePeakOverTheTarget() {
        ResourcePlan plan = planner(SomeTable.onDemand(), SomeTable.demands(hour -> hour == 9 ? 350 : 70, hour -> 14))
                .toProvisioned(OptionalInt.of(70))
                .getFirst();

        // 350 / 0.7 and 14 / 0.7; nothing is read from the index, and that is 5, not 1.
        assertThat(to(plan, "throughput")).isEqualTo("500/20");
        assertThat(to(plan, "throughput of by-owner")).isEqualTo("5/20");
        assertThat(to(plan, "scaling of reads")).matches("\\d+-1000 at 70 %");
        assertThat(to(plan, "scaling of writes of by-owner")).matches("\\d+-40 at 70 %");
        assertThat(plan.monthly().compareTo(Money.ZERO)).isNegative();
        assertThat(WantedTable.of(plan).mode()).contains(Mode.PROVISIONED);
    }

    @Test
    void whatScaledBeforeKeepsItsBoundsUnlessThePeakIsOverThem() {
        ObservedTable table = SomeTable.of(
                Mode.ON_DEMAND,
                "ACTIVE",
                Throughput.NONE,
                0,
                null,
                Map.of(
                        SomeTable.READS, SomeTable.scaling(50, 900, 60),
                        SomeTable.WRITES, SomeTable.scaling(5, 10, 60)));

        ResourcePlan plan = planner(table, SomeTable.demands(hour -> 30, hour -> 12))
                .toProvisioned(OptionalInt.empty())
                .getFirst();

        assertThat(to(plan, "throughput")).isEqualTo("50/20");
        assertThat(plan.changes()).extracting(Change::field).doesNotContain("scaling of reads");
        assertThat(to(plan, "scaling of writes")).isEqualTo("5-20 at 60 %");
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
        assertThat(planner(SomeTable.provisioned(1, 1), demands).toProvisioned(OptionalInt.empty()))
                .isEmpty();
    }

    private static SwitchPlanner planner(ObservedTable table, SortedMap<Meter, Demand> demands) {
        return new SwitchPlanner(table, demands, SomeTable.RATE, SomeTable.QUOTAS, AdviceTerms.USUAL);
    }

    private static String to(ResourcePlan plan, String field) {
        List<Change> changes = plan.changes().stream()
                .filter(change -> change.field().equals(field))
                .toList();
        assertThat(changes).as(field).hasSize(1);
        return changes.getFirst().to();
    }
}
