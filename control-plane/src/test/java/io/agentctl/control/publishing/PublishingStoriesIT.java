package io.agentctl.control.publishing;

import static io.agentctl.control.publishing.PublishingBench.CAP;
import static io.agentctl.control.publishing.PublishingBench.PRODUCTION;
import static io.agentctl.control.publishing.PublishingBench.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agentctl.control.apply.Applied;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.HeadChange;
import io.agentctl.policies.store.HeadUpdate;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do with policies, against the sandbox's DynamoDB. */
class PublishingStoriesIT {

    private static final PolicyId HOURS = new PolicyId("hours");
    private static final PlanActivation.Manner FULL = new PlanActivation.Manner.Full();
    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private PublishingBench bench;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(World.defaultWorld(1));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        bench = new PublishingBench(sandbox.endpoint(), "stories-" + UUID.randomUUID(), folder, "alice");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void published(int... contents) {
        for (int content : contents) {
            bench.publish(Optional.empty(), document(CAP, content));
        }
    }

    private void changedByBob(HeadChange change) {
        bench.store.update(HeadUpdate.of(bench.head(), List.of(change), "bob", "urgent"));
    }

    private HeadChange activateCap(long number) {
        return new HeadChange.Activate(
                CAP, bench.store.version(CAP, number).orElseThrow().ref());
    }

    private static void assertFails(ThrowingCallable call, ErrorCode code, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(AgentctlException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code))
                .hasMessageContaining(message);
    }

    @Test
    void theFirstPublishMakesTheTable() {
        PlanPublishing.Result planned = bench.planPublishing(document(CAP, 1), document(HOURS, 2));

        Applied applied = bench.publish(planned.plan(), Optional.empty(), document(CAP, 1), document(HOURS, 2))
                .operations()
                .getFirst();

        assertThat(applied.state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(applied.summary()).isEqualTo("version none to 1 (000000000000)");
        assertThat(bench.store.list()).hasSize(2);
        assertThat(bench.store.version(CAP, 1).orElseThrow().actor()).isEqualTo("alice");
    }

    @Test
    void whatIsPublishedAlreadyNeedsNoPublishing() {
        published(1, 2);

        PlanPublishing.Result again = bench.planPublishing(document(CAP, 1));
        PlanPublishing.Result next = bench.planPublishing(document(CAP, 3));

        assertThat(again.plan().isEmpty()).isTrue();
        assertThat(again.documents().getFirst().same()).contains(1L);
        assertThat(again.documents().getFirst().newest()).isEqualTo(2);
        Change change = next.plan().resources().getFirst().changes().getFirst();
        assertThat(change.from()).isEqualTo("2");
        assertThat(change.to()).startsWith("3 (");
        assertThat(change.why()).isEqualTo("content: 2 becomes content: 3");
    }

    @Test
    void aPlanToPublishIsStaleOnceSomebodyPublished() {
        published(1);
        Plan plan = bench.planPublishing(document(CAP, 3)).plan();
        published(2);

        assertFails(
                () -> bench.publish(plan, Optional.empty(), document(CAP, 3)),
                ErrorCode.STALE_PLAN,
                "alice published version 2 of policy token-cap");
        assertFails(() -> bench.apply(plan, true), ErrorCode.USAGE, "does not hold the documents");
    }

    @Test
    void anActivationIsPlannedAppliedAndUndone() {
        published(1, 2);
        bench.activate(CAP, 1);

        Plan plan = bench.planActivation(CAP, 2, FULL);
        Change change = plan.resources().getFirst().changes().getFirst();
        Applied applied = bench.apply(plan, false).operations().getFirst();

        assertThat(change.field()).isEqualTo("policy:token-cap");
        assertThat(List.of(change.from(), change.to(), change.why())).containsExactly("1", "2", "roll out");
        assertThat(applied.state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(bench.inForce(CAP)).contains(2L);
        assertThat(bench.planActivation(CAP, 2, FULL).isEmpty()).isTrue();

        bench.runner.undo(applied.operation(), UndoMode.CAREFUL, ProgressListener.SILENT);
        PolicyHead back = bench.head();
        assertThat(back.version(CAP).orElseThrow().number()).isEqualTo(1);
        assertThat(back.generation()).isEqualTo(3);
        assertThat(back.reason()).isEqualTo("undo of " + applied.operation());
    }

    @Test
    void undoLeavesWhatOthersChangedBesideIt() {
        published(1);
        bench.publish(Optional.empty(), document(HOURS, 5));
        Applied applied = bench.activate(CAP, 1).operations().getFirst();
        changedByBob(new HeadChange.Activate(
                HOURS, bench.store.version(HOURS, 1).orElseThrow().ref()));

        bench.runner.undo(applied.operation(), UndoMode.CAREFUL, ProgressListener.SILENT);

        assertThat(bench.inForce(CAP)).isEmpty();
        assertThat(bench.inForce(HOURS)).contains(1L);
    }

    @Test
    void undoRefusesWhatSomebodyElseChangedSince() {
        published(1, 2, 3);
        bench.activate(CAP, 1);
        Applied applied = bench.activate(CAP, 2).operations().getFirst();
        changedByBob(activateCap(3));
        changedByBob(activateCap(2));

        assertFails(
                () -> bench.runner.undo(applied.operation(), UndoMode.CAREFUL, ProgressListener.SILENT),
                ErrorCode.CONFLICT,
                "bob changed token-cap in production since");
        assertThat(bench.inForce(CAP)).contains(2L);
        bench.runner.undo(applied.operation(), UndoMode.FORCED, ProgressListener.SILENT);
        assertThat(bench.inForce(CAP)).contains(1L);
    }

    @Test
    void aPlanIsStaleOnceSomebodyMadeAGeneration() {
        published(1, 2);
        Plan plan = bench.planActivation(CAP, 2, FULL);
        changedByBob(activateCap(1));

        assertFails(() -> bench.apply(plan, true), ErrorCode.STALE_PLAN, "bob made generation 1");
        assertThat(bench.inForce(CAP)).contains(1L);
    }

    @Test
    void waitingSeesEveryRuntimeEnforceIt() {
        published(1);
        bench.report("a", 1, Optional.empty());
        bench.report("b", 1, Optional.empty());

        assertThat(bench.activate(CAP, 1).operations().getFirst().state()).isEqualTo(OperationState.SUCCEEDED);
    }

    @Test
    void waitingGivesUpNamingWhoLags() {
        published(1);
        bench.report("a", 1, Optional.empty());
        bench.report("b", 0, Optional.empty());

        Applied applied = bench.activate(CAP, 1).operations().getFirst();

        assertThat(applied.state()).isEqualTo(OperationState.UNVERIFIED);
        assertThat(applied.unseen())
                .contains("gave up waiting: 1 of 2 runtimes of production do not enforce generation 1 yet:"
                        + " b (127.0.0.1:8080, generation 0)");
        assertThat(bench.inForce(CAP)).contains(1L);
    }

    @Test
    void whoGaveUpWaitingHoldsUpNobody() {
        published(1, 2);
        bench.report("b", 0, Optional.empty());
        bench.activate(CAP, 1);

        bench.apply(bench.planActivation(CAP, 2, FULL), false);

        assertThat(bench.inForce(CAP)).contains(2L);
    }

    @Test
    void whatARuntimeCannotEnforceIsPutBack() throws InterruptedException {
        published(1);
        AtomicBoolean over = new AtomicBoolean();
        Thread runtime = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                bench.report("a", 0, Optional.of("token-cap.yaml:3:5: error: undefined field"));
            }
        });

        assertFails(() -> bench.activate(CAP, 1), ErrorCode.ROLLED_BACK, "undefined field");
        over.set(true);
        runtime.join();
        assertThat(bench.inForce(CAP)).isEmpty();
        assertThat(bench.head().generation()).isEqualTo(2);
    }

    @Test
    void withoutARuntimeAnActivationIsUnverified() {
        published(1);

        assertThat(bench.activate(CAP, 1).operations().getFirst().state()).isEqualTo(OperationState.UNVERIFIED);
    }

    @Test
    void aCanaryIsTriedRolledBackOrPromoted() {
        published(1, 2);
        bench.activate(CAP, 1);
        PlanActivation.Manner canary = new PlanActivation.Manner.Canary(10, Candidate.Bound.DEFAULT);

        bench.apply(bench.planActivation(CAP, 2, canary), false);
        assertThat(status().trial()).contains("token-cap 2 canary 10% until 1.0% errors or 5.0% more denials in 100");
        assertThat(bench.inForce(CAP)).contains(1L);
        bench.apply(rollback(CAP), false);
        assertThat(status().trial()).isEmpty();

        bench.apply(bench.planActivation(CAP, 2, canary), false);
        Plan promotion = new PlanHeadChange(bench.here, bench.publishing.policies(), Clock.systemUTC())
                .run(
                        new PlanHeadChange.Request(
                                "policy promote", PRODUCTION, List.of(new HeadChange.Promote()), "good"),
                        ProgressListener.SILENT);
        Applied promoted = bench.apply(promotion, false).operations().getFirst();
        assertThat(bench.inForce(CAP)).contains(2L);
        assertThat(status().trial()).isEmpty();

        bench.runner.undo(promoted.operation(), UndoMode.CAREFUL, ProgressListener.SILENT);
        assertThat(bench.inForce(CAP)).contains(1L);
        assertThat(status().trial()).isPresent();
        assertFails(
                () -> bench.planActivation(CAP, 2, new PlanActivation.Manner.Canary(100, Candidate.Bound.DEFAULT)),
                ErrorCode.USAGE,
                "1 to 99 percent");
    }

    @Test
    void aRollbackGoesToTheVersionBefore() {
        published(1, 2);
        bench.activate(CAP, 1);
        bench.activate(CAP, 2);

        bench.apply(rollback(CAP), false);

        assertThat(bench.inForce(CAP)).contains(1L);
        assertFails(() -> rollback(HOURS), ErrorCode.NOT_FOUND, "hours was never in force in production");
    }

    private Plan rollback(PolicyId policy) {
        return new PlanPolicyRollback(bench.here, bench.publishing.policies(), Clock.systemUTC())
                .run(new PlanPolicyRollback.Request(policy, PRODUCTION, ""), ProgressListener.SILENT);
    }

    private PolicyStatus.Result status() {
        return new PolicyStatus(bench.publishing.policies(), Clock.systemUTC())
                .run(PRODUCTION, ProgressListener.SILENT);
    }

    @Test
    void aReplayCanBeAskedFor() {
        published(1);
        PlanActivation activation = new PlanActivation(bench.here, bench.publishing.policies(), Clock.systemUTC());
        Replayed other = new Replayed(PRODUCTION, "%064x".formatted(9), 10, 0, 0, 0);
        Replayed right = new Replayed(PRODUCTION, "%064x".formatted(1), 10, 2, 1, 0);

        assertFails(
                () -> activation.run(replaying(Optional.of(other)), ProgressListener.SILENT),
                ErrorCode.VERDICT_NO,
                "was not replayed");
        Change change = activation
                .run(replaying(Optional.of(right)), ProgressListener.SILENT)
                .resources()
                .getFirst()
                .changes()
                .getFirst();
        assertThat(change.risk()).isEqualTo(Risk.HIGH);
        assertThat(change.why()).contains("2 would be allowed that were denied, 1 denied that were allowed");
    }

    private static PlanActivation.Request replaying(Optional<Replayed> replay) {
        return new PlanActivation.Request(CAP, Optional.empty(), PRODUCTION, FULL, replay, true, "");
    }

    @Test
    void listsAndHistoriesTellWhatThereIs() {
        published(1, 2);
        bench.activate(CAP, 1);
        bench.activate(CAP, 2);
        bench.report("a", 1, Optional.empty());

        ListPolicies.Line line = new ListPolicies(bench.publishing.policies())
                .run(PRODUCTION, ProgressListener.SILENT)
                .policies()
                .getFirst();
        PolicyHistory.Result history = new PolicyHistory(bench.publishing.policies())
                .run(new PolicyHistory.Request(CAP, PRODUCTION, 10), ProgressListener.SILENT);

        assertThat(line.newest()).isEqualTo(2);
        assertThat(line.inForce()).contains(2L);
        assertThat(history.versions()).hasSize(2);
        assertThat(history.changes())
                .extracting(PolicyHistory.Entry::generation, PolicyHistory.Entry::inForce)
                .containsExactly(tuple(2L, Optional.of(2L)), tuple(1L, Optional.of(1L)));
        assertThat(status().runtimes().getFirst().behind()).isEqualTo(1);
        assertThat(status().upToDate()).isZero();
        assertThat(new ShowPolicy(bench.publishing.policies())
                        .run(new ShowPolicy.Request(CAP, Optional.empty()), ProgressListener.SILENT)
                        .text())
                .isEqualTo("content: 2");
        assertFails(
                () -> new ShowPolicy(bench.publishing.policies())
                        .run(
                                new ShowPolicy.Request(new PolicyId("token-cup"), Optional.empty()),
                                ProgressListener.SILENT),
                ErrorCode.NOT_FOUND,
                "there is no policy token-cup");
    }
}
