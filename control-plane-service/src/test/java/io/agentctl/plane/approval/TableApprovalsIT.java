package io.agentctl.plane.approval;

import static io.agentctl.plane.approval.ApprovalTest.ALICE;
import static io.agentctl.plane.approval.ApprovalTest.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.plane.TeamTable;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableApprovalsIT {

    /** The engine deletes what has expired by its own clock. */
    private final Instant now = Instant.now();

    private static final Demand DEMAND = new Demand(
            "plan.apply",
            Deed.CHANGE,
            List.of(
                    new Demand.Part("ecs", Optional.of(ResourceId.parse("ecs-service:prod/api"))),
                    new Demand.Part("windows", Optional.empty())));

    @Test
    void whatIsDecidedIsDecidedForAllInstances() {
        try (TeamTable table = TeamTable.start()) {
            TableApprovals here = new TableApprovals(table.partition("approvals"));
            TableApprovals there = new TableApprovals(table.partition("approvals"));
            Approval asked = Approval.asked("run-1", DEMAND, "f", ALICE, now, now.plusSeconds(60));

            assertThat(here.add(asked)).isTrue();
            assertThat(there.add(Approval.asked("run-1", DEMAND, "g", BOB, now, now)))
                    .isFalse();
            ApprovalStore.Kept read = there.find("run-1").orElseThrow();
            assertThat(read.approval()).isEqualTo(asked);
            Approval approved = asked.approved(new Approval.Ruling(BOB, now, "fine"));
            assertThat(here.replace(read, approved)).isTrue();
            assertThat(there.replace(read, asked.rejected(new Approval.Ruling(ALICE, now, ""))))
                    .isFalse();
            assertThat(there.all()).containsExactly(approved);
        }
    }
}
