package io.agentctl.plane.approval;

import static io.agentctl.plane.approval.ApprovalTest.ALICE;
import static io.agentctl.plane.approval.ApprovalTest.BOB;
import static io.agentctl.plane.approval.ApprovalTest.DEMAND;
import static io.agentctl.plane.approval.ApprovalTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.access.Glob;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalsTest {

    private static final ApprovalRule PRODUCTION = new ApprovalRule(
            List.of(new Glob("plan.apply"), new Glob("windows.*")), List.of(new Glob("ecs-service:prod/*")));

    private final MemoryApprovals store = new MemoryApprovals();
    private final Approvals approvals =
            new Approvals(store, List.of(PRODUCTION), Duration.ofHours(1), InstantSource.fixed(NOW));

    @ParameterizedTest
    @CsvSource({
        "plan.apply,    CHANGE, ecs-service:prod/api, true",
        "plan.apply,    CHANGE, ecs-service:test/api, false",
        "plan.apply,    LOOK,   ecs-service:prod/api, false",
        "ops.undo,      CHANGE, ecs-service:prod/api, false",
        "windows.apply, CHANGE, ,                     true"
    })
    void rulesSayWhatTakesTwo(String useCase, Deed deed, String resource, boolean needed) {
        Demand demand = new Demand(
                useCase,
                deed,
                List.of(new Demand.Part("ecs", Optional.ofNullable(resource).map(ResourceId::parse))));

        assertThat(approvals.needed(demand)).isEqualTo(needed);
    }

    @Test
    void oneAmongManyResourcesIsEnough() {
        Demand both = new Demand(
                "plan.apply",
                Deed.CHANGE,
                List.of(
                        new Demand.Part("ecs", Optional.of(ResourceId.parse("ecs-service:test/api"))),
                        new Demand.Part("ecs", Optional.of(ResourceId.parse("ecs-service:prod/api")))));

        assertThat(approvals.needed(both)).isTrue();
    }

    @Test
    void askedTwiceItIsOne() {
        Approval first = approvals.ask("run-1", DEMAND, "f", ALICE);
        approvals.approve("run-1", BOB, "");

        assertThat(approvals.ask("run-1", DEMAND, "f", ALICE).state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(approvals.newestFirst()).hasSize(1);
        assertThat(first.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
        assertThatThrownBy(() -> approvals.ask("run-1", DEMAND, "g", ALICE))
                .hasMessage("approval run-1 was asked for something else");
    }

    @Test
    void ofTwoDecisionsAtOnceOneCounts() {
        approvals.ask("run-1", DEMAND, "f", ALICE);
        ApprovalStore.Kept read = store.find("run-1").orElseThrow();
        approvals.reject("run-1", BOB, "");

        assertThat(store.replace(read, read.approval().approved(new Approval.Ruling(BOB, NOW, ""))))
                .isFalse();
        assertThatThrownBy(() -> approvals.use("run-1", "f")).hasMessage("approval run-1 was rejected");
    }

    @Test
    void whatNobodyAskedForIsNotThere() {
        assertThatThrownBy(() -> approvals.approve("run-9", BOB, "")).hasMessage("there is no approval run-9");
    }
}
