package io.agentctl.control.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.apply.Applied;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.rightsizing.Finding;
import io.agentctl.control.rightsizing.RightsizeServices;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.ecs.RolloutFault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/** What an operator goes through when a service is changed, for better and worse. */
class ServiceStoriesIT {

    private static final ServiceName IDLE = ServiceBench.IDLE;
    private static final ServiceName STOPPED = new ServiceName("main", "stopped");

    private static Sandbox sandbox;

    @TempDir
    private Path journal;

    private ServiceBench bench;
    private String before;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(ServiceBench.WORLD);
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void begin() {
        sandbox.reset();
        bench = new ServiceBench(sandbox.endpoint(), journal);
        before = bench.service(IDLE).taskDefinition();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void anIdleServiceIsRightsizedVerifiedAndPutBack() {
        RightsizeServices.Result advised = bench.rightsize(IDLE);
        assertThat(advised.services().getFirst().finding()).isEqualTo(Finding.OVER);
        assertThat(advised.monthlyAfter()).isLessThan(advised.monthlyNow());

        ApplyPlan.Result applied = bench.apply(advised.plan(), Duration.ofMillis(200));

        assertThat(applied.operations()).extracting(Applied::state).containsExactly(OperationState.SUCCEEDED);
        assertThat(bench.service(IDLE).runningCount())
                .isEqualTo(bench.service(IDLE).desiredCount());
        assertThat(bench.ecs.observer().one(IDLE).taskDefinition().taskSize())
                .contains(advised.services().getFirst().advised().size());

        bench.runner.undo(applied.operations().getFirst().operation(), UndoMode.CAREFUL, ProgressListener.SILENT);

        assertUnchanged();
    }

    @Test
    void aRolloutWhoseTasksAreUnhealthyIsPutBackAndSaid() {
        sandbox.faults().failNextRollout(IDLE.service(), RolloutFault.HEALTH_CHECK);

        AgentctlException failure = failure(() -> bench.apply(smaller()));

        assertThat(failure.code()).isEqualTo(ErrorCode.ROLLED_BACK);
        assertThat(failure).hasMessageContaining("idle");
        assertUnchanged();
        assertThat(states()).containsExactly(OperationState.ROLLED_BACK);
    }

    @Test
    void aSizeWithTooLittleMemoryIsPutBack() {
        sandbox.faults().failNextRollout(IDLE.service(), RolloutFault.OUT_OF_MEMORY);

        AgentctlException failure = failure(() -> bench.apply(smaller()));

        assertThat(failure.code()).isEqualTo(ErrorCode.ROLLED_BACK);
        assertUnchanged();
    }

    @Test
    void aStalePlanChangesNothing() {
        Plan stale = smaller();
        bench.apply(bench.plan(IDLE, ServiceField.DESIRED_COUNT, "2", "3"));

        AgentctlException failure = failure(() -> bench.apply(stale));

        assertThat(failure.code()).isEqualTo(ErrorCode.STALE_PLAN);
        assertThat(bench.service(IDLE).taskDefinition()).isEqualTo(before);
    }

    @Test
    void aPlanForAnotherAccountChangesNothing() {
        Plan plan = smaller();
        Plan elsewhere = new Plan(
                plan.kind(), new Target("prod", "999988887777", "us-east-1"), plan.createdAt(), plan.resources());

        AgentctlException failure = failure(() -> bench.apply(elsewhere));

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(failure).hasMessageContaining("999988887777");
        assertUnchanged();
    }

    @Test
    void aDeploymentUnderWayIsNotDisturbed() {
        Plan plan = smaller();
        bench.aws.ecs().updateService(request -> request.cluster("main")
                .service("idle")
                .forceNewDeployment(true));

        AgentctlException failure = failure(() -> bench.apply(plan));

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(failure).hasMessageContaining("under way");
        assertThat(bench.activeRevisions(IDLE)).containsExactly(before);
    }

    @Test
    void aServiceThatWantsNoTasksIsChangedButNotProved() {
        ApplyPlan.Result applied = bench.apply(bench.plan(STOPPED, ServiceField.TASK_SIZE, "1024/2048", "512/1024"));

        assertThat(applied.operations()).extracting(Applied::state).containsExactly(OperationState.UNVERIFIED);
        assertThat(bench.service(STOPPED).desiredCount()).isZero();
    }

    @Test
    void whatSomebodyElseDeployedSinceIsNotUndone() {
        ApplyPlan.Result applied = bench.apply(smaller());
        String other = bench.aws
                .ecs()
                .registerTaskDefinition(request -> request.family("idle")
                        .cpu("1024")
                        .memory("2048")
                        .containerDefinitions(ContainerDefinition.builder()
                                .name("app")
                                .image("example/other:1")
                                .build()))
                .taskDefinition()
                .taskDefinitionArn();
        bench.aws.ecs().updateService(request -> request.cluster("main")
                .service("idle")
                .taskDefinition(other));

        AgentctlException failure = failure(() -> bench.runner.undo(
                applied.operations().getFirst().operation(), UndoMode.CAREFUL, ProgressListener.SILENT));

        assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(bench.service(IDLE).taskDefinition()).isEqualTo(other);
    }

    @Test
    void aRollbackGoesToTheLastRevisionThatRanWell() {
        ApplyPlan.Result applied = bench.apply(smaller());
        sandbox.faults().failNextRollout(IDLE.service(), RolloutFault.HEALTH_CHECK);
        failure(() -> bench.apply(bench.plan(IDLE, ServiceField.TASK_SIZE, "512/1024", "256/512")));

        Plan back = new PlanRollback(
                        bench.here,
                        bench.ecs.gateway(),
                        bench.ecs.observer(),
                        bench.ecs.deployments(),
                        Clock.systemUTC())
                .run(new PlanRollback.Request(Services.one("main", "idle"), Optional.empty()), ProgressListener.SILENT);

        assertThat(applied.operations()).hasSize(1);
        assertThat(back.resources().getFirst().changes().getFirst().to()).isEqualTo(before);
        assertThat(bench.apply(back).operations()).extracting(Applied::state).containsExactly(OperationState.SUCCEEDED);
        assertThat(bench.service(IDLE).taskDefinition()).isEqualTo(before);
    }

    /** Of half of them, what takes the time is waiting to try again. */
    @Test
    void aFifthOfAllCallsThrottledAndOneInTwentyAnswersLostStillEndsRight() {
        endsRightThrottled(0.2, 1);
    }

    @Test
    @Tag("extended")
    void halfOfAllCallsThrottledAndOneInTwentyAnswersLostStillEndsRight() {
        endsRightThrottled(0.5, 2);
    }

    private void endsRightThrottled(double share, int rounds) {
        for (int round = 0; round < rounds; round++) {
            sandbox.reset();
            Plan plan = smaller();
            sandbox.faults().throttle(share);
            sandbox.faults().loseResponses(0.05);
            try {
                bench.apply(plan);
                sandbox.faults().clear();
                assertThat(bench.ecs
                                .observer()
                                .one(IDLE)
                                .taskDefinition()
                                .taskSize()
                                .orElseThrow())
                        .hasToString("512/1024");
            } catch (AgentctlException gaveUp) {
                assertThat(gaveUp.code()).isIn(ErrorCode.THROTTLED, ErrorCode.UNREACHABLE);
            }
            sandbox.faults().clear();
            assertThat(bench.activeRevisions(IDLE)).hasSizeLessThanOrEqualTo(2);
            finishAll();
        }
    }

    @Test
    void withReadOnlyNoCallThatChangesAnythingLeavesTheProcess() {
        Plan plan = smaller();
        sandbox.calls().clear();
        UnaryOperator<AwsSettings> readOnly = settings -> new AwsSettings(
                settings.profile(),
                settings.region(),
                settings.endpoint(),
                settings.credentials(),
                true,
                settings.callTimeout(),
                settings.attempts(),
                settings.pace());
        try (ServiceBench guarded =
                new ServiceBench(sandbox.endpoint(), journal, List.of(), UnaryOperator.identity(), readOnly)) {
            guarded.rightsize(IDLE);

            AgentctlException failure = failure(() -> guarded.apply(plan));

            assertThat(failure.code()).isEqualTo(ErrorCode.READ_ONLY);
        }
        assertThat(sandbox.calls().all()).isNotEmpty();
        assertThat(sandbox.calls().mutating()).isEmpty();
    }

    private void finishAll() {
        bench.journal
                .newestFirst()
                .filter(operation -> operation.state().open())
                .toList()
                .forEach(operation -> bench.runner.undo(operation.id(), UndoMode.FORCED, ProgressListener.SILENT));
    }

    private Plan smaller() {
        return bench.plan(IDLE, ServiceField.TASK_SIZE, "2048/4096", "512/1024");
    }

    private void assertUnchanged() {
        assertThat(bench.service(IDLE).taskDefinition()).isEqualTo(before);
        assertThat(bench.service(IDLE).desiredCount()).isEqualTo(2);
        assertThat(bench.service(IDLE).runningCount()).isEqualTo(2);
        assertThat(bench.activeRevisions(IDLE)).containsExactly(before);
    }

    private List<OperationState> states() {
        return bench.journal.newestFirst().map(operation -> operation.state()).toList();
    }

    private static AgentctlException failure(ThrowingCallable act) {
        AgentctlException failure = catchThrowableOfType(AgentctlException.class, act);
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }
}
