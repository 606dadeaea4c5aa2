package io.agentctl.control.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.Suspension;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WantedTableTest {

    @Test
    void aPlanWithAThroughputOfZeroIsRefused() {
        assertRefused(change("mode", "on-demand", "provisioned"), change("throughput", "", "0/5"));
    }

    @Test
    void aPlanForProvisionedWithoutThroughputIsRefused() {
        assertRefused(change("mode", "on-demand", "provisioned"));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertRefused(change("mode", "on-demand", "cheap"));
        assertRefused(change("colour", "red", "blue"));
        assertRefused(change("scaling of reads", "", "5-2 at 70 %"));
        assertRefused(change("scaling of reads", "", "0-20 at 70 %"));
        assertRefused(change("scaling of reads", "", "5-20 at 95 %"));
    }

    @Test
    void scalingSurvivesTheJournal() {
        for (ObservedScaling scaling : List.of(
                SomeTable.scaling(5, 100, 70),
                SomeTable.scaling(1, 40_000, 62.5),
                new ObservedScaling(SomeTable.scaling(1, 2, 50).bounds(), Suspension.ALL, null, 0))) {
            assertThat(ScalingText.parse(ScalingText.full(scaling))).isEqualTo(scaling);
        }
        assertThat(ScalingText.wanted(ScalingText.wanted("3-30 at 60 %"), Optional.of(SomeTable.scaling(5, 100, 70)))
                        .tracking()
                        .scaleInCooldown())
                .as("what is not asked for is kept")
                .isEqualTo(60);
    }

    private static void assertRefused(Change... changes) {
        ResourcePlan plan = new ResourcePlan(SomeTable.ORDERS.resource(), "", List.of(changes));
        assertThatThrownBy(() -> WantedTable.of(plan))
                .isInstanceOf(AgentctlException.class)
                .satisfies(refused ->
                        assertThat(((AgentctlException) refused).code()).isEqualTo(ErrorCode.BAD_DOCUMENT));
    }

    private static Change change(String field, String from, String to) {
        return new Change(SomeTable.ORDERS.resource(), field, from, to, "", Risk.LOW, Money.ZERO);
    }
}
