package io.agentctl.control.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.apply.Following;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.Step;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceOperationTest {

    private static final ObservedService API = Observed.service("api", null);
    private static final Following TO_THE_END = new Following(true, Duration.ZERO);

    @Test
    void aNewSizeIsRegisteredRolledOutAndFollowed() {
        OperationDraft draft = draft(TO_THE_END, change("task-size", "2048/4096", "1024/2048"));

        assertThat(draft.steps())
                .extracting(Step::name)
                .containsExactly(
                        "register the task definition in 1024/2048", "update the service", "follow the rollout");
        assertThat(draft.summary()).isEqualTo("task-size 2048/4096 to 1024/2048");
    }

    @Test
    void everyStepThatChangesSomethingHasAWayBack() {
        OperationDraft draft = draft(
                new Following(true, Duration.ofMinutes(10)),
                change("task-size", "2048/4096", "1024/2048"),
                change("desired-count", "4", "6"),
                change("min-tasks", "", "2"),
                change("max-tasks", "", "8"),
                change("cpu-target", "", "60"));

        assertThat(draft.steps().stream().filter(step -> step.wayBack().isEmpty()))
                .extracting(Step::name)
                .containsExactly("follow the rollout", "watch for 10m");
    }

    @Test
    void boundsComeBeforeTheCountThatTheyWouldPullBack() {
        OperationDraft draft = draft(
                TO_THE_END,
                change("desired-count", "4", "6"),
                change("min-tasks", "", "2"),
                change("max-tasks", "", "8"));

        assertThat(draft.steps())
                .extracting(Step::name)
                .containsExactly("scale within 2 to 8 tasks", "update the service", "follow the rollout");
    }

    @Test
    void withoutWaitingNothingIsFollowed() {
        OperationDraft draft =
                draft(new Following(false, Duration.ZERO), change("task-size", "2048/4096", "1024/2048"));

        assertThat(draft.steps()).hasSize(2);
    }

    @Test
    void aSizeThatDoesNotExistIsRefusedWithTheNearOnes() {
        assertRefused(change("task-size", "2048/4096", "1024/1024"), "1024/2048");
    }

    @Test
    void aFieldThatNoServiceHasIsRefused() {
        assertRefused(change("colour", "blue", "red"), "no field colour");
    }

    @Test
    void aCountThatIsNoNumberIsRefused() {
        assertRefused(change("desired-count", "4", "-1"), "desired-count is a whole number");
    }

    private static void assertRefused(Change change, String message) {
        assertThatThrownBy(() -> draft(TO_THE_END, change))
                .isInstanceOfSatisfying(AgentctlException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.BAD_DOCUMENT))
                .hasMessageContaining(message);
    }

    private static OperationDraft draft(Following following, Change... changes) {
        ResourcePlan resource = new ResourcePlan(API.name().resource(), API.fingerprint(), List.of(changes));
        Plan plan = new Plan(
                "ecs rightsize", new Target("test", "111122223333", "us-east-1"), Instant.EPOCH, List.of(resource));
        return ServiceOperation.draft(plan, resource, API, following);
    }

    private static Change change(String field, String from, String to) {
        return new Change(API.name().resource(), field, from, to, "a test", Risk.LOW, Money.ZERO);
    }
}
