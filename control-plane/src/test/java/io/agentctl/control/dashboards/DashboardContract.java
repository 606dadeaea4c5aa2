package io.agentctl.control.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.apply.Applied;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;

/** What holds against every implementation of CloudWatch. */
final class DashboardContract {

    private DashboardContract() {}

    static void appliedTwiceTheSecondTimeThereIsNothingToDo(DashboardBench bench) {
        bench.apply(bench.plan("api"));
        assertThat(bench.plan("api").isEmpty()).isTrue();
        assertThat(bench.body()).contains("Made by agentctl").contains("api CPU");
    }

    static void undoPutsBackTheBodyByteForByte(DashboardBench bench) {
        Applied first = bench.apply(bench.plan("api"));
        String edited = bench.body().replace("\"stacked\":false", "\"stacked\": true");
        bench.gateway.put(DashboardBench.NAME, edited);
        Applied second = bench.apply(bench.plan("api", "worker"));
        assertThat(bench.body()).contains("worker CPU").doesNotContain("\"stacked\": true");

        bench.undo(second);
        assertThat(bench.body()).isEqualTo(edited);

        bench.gateway.put(
                DashboardBench.NAME, CanonicalJson.write(CanonicalJson.read(edited.replace("true", "false"))));
        bench.undo(first);
        assertThat(bench.gateway.body(DashboardBench.NAME)).isEmpty();
    }

    static void aPlanShowsWhatWasEditedByHandWidgetByWidget(DashboardBench bench) {
        bench.apply(bench.plan("api"));
        bench.gateway.put(DashboardBench.NAME, bench.body().replace("hottest task", "somebody's"));
        Plan plan = bench.plan("api");
        assertThat(plan.resources().getFirst().changes())
                .extracting(Change::field)
                .containsExactly("api CPU");
    }

    static void whatIsNotOursAndWhatHasMovedOnIsLeft(DashboardBench bench) {
        Plan plan = bench.plan("api");
        bench.gateway.put(DashboardBench.NAME, "{\"widgets\":[]}");
        assertThatThrownBy(() -> bench.apply(plan))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining("stale");
        assertThatThrownBy(() -> bench.plan("api"))
                .isInstanceOf(AgentctlException.class)
                .hasMessageContaining("agentctl did not make it");
        assertThat(bench.body()).isEqualTo("{\"widgets\":[]}");
    }
}
