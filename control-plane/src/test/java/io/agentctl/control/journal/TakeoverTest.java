package io.agentctl.control.journal;

import static io.agentctl.control.journal.RunnerBench.ELSEWHERE;
import static io.agentctl.control.journal.RunnerBench.failure;
import static io.agentctl.control.journal.RunnerBench.shrink;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may go on with whose operation, and what stops one who may not. */
class TakeoverTest {

    @TempDir
    Path directory;

    private RunnerBench bench;

    @BeforeEach
    void prepare() {
        bench = RunnerBench.fresh(directory);
    }

    private Operation abandoned(Owner owner, Duration leaseLeft) {
        Instant now = Instant.now();
        OperationId id = OperationId.next(now, new Random(1));
        return bench.journal.begin(Operation.begun(shrink(), id, owner, now, now.plus(leaseLeft)));
    }

    @Test
    void aLeaseThatRanOutIsTakenAtOnce() {
        Operation dead = abandoned(ELSEWHERE, Duration.ofSeconds(-1));

        Operation over = bench.runner().resume(dead.id(), bench.progress);

        assertThat(over.state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(over.owner()).isEqualTo(Operations.ALICE);
        assertThat(bench.said).noneMatch(text -> text.contains("waiting"));
    }

    @Test
    void aLeaseThatRunsOutSoonIsWaitedFor() {
        Operation dead = abandoned(ELSEWHERE, Duration.ofMillis(500));

        assertThat(bench.runner()
                        .undo(dead.id(), UndoMode.CAREFUL, bench.progress)
                        .state())
                .isEqualTo(OperationState.UNDONE);
        assertThat(bench.said).anyMatch(text -> text.contains("bob@desk (pid 42)") && text.contains("waiting"));
    }

    @Test
    void aLeaseThatRunsLongIsNotWaitedFor() {
        Operation busy = abandoned(ELSEWHERE, Duration.ofHours(1));

        AgentctlException refused =
                failure(ErrorCode.CONFLICT, () -> bench.runner().resume(busy.id(), bench.progress));

        assertThat(refused).hasMessageContaining(busy.id().value()).hasMessageContaining("bob@desk (pid 42)");
    }

    @Test
    void aProcessOfThisMachineThatIsGoneIsNotWaitedFor() throws Exception {
        Owner me = LocalProcesses.current();
        Process child = new ProcessBuilder("sleep", "60").start();
        Owner other = new Owner("carol", me.host(), child.pid(), me.machine(), Instant.now());
        Operation started = abandoned(other, Duration.ofMinutes(30));

        failure(ErrorCode.CONFLICT, () -> bench.runner().resume(started.id(), bench.progress));
        child.destroyForcibly().waitFor();

        assertThat(bench.runner().resume(started.id(), bench.progress).state()).isEqualTo(OperationState.SUCCEEDED);
    }

    @Test
    void aPidThatIsUsedAgainByALaterProcessIsNotTheOwner() {
        Owner me = LocalProcesses.current();
        Owner before = new Owner(
                "carol", me.host(), me.pid(), me.machine(), me.bornAt().minusSeconds(3600));
        Operation started = abandoned(before, Duration.ofMinutes(30));

        assertThat(bench.runner().resume(started.id(), bench.progress).state()).isEqualTo(OperationState.SUCCEEDED);
    }

    @Test
    void anOwnerThatRenewsItsLeaseIsAlive() throws Exception {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        ActionHandler waiting = new FileWorld.Handler("world.expect", (action, context) -> {
            inStep.countDown();
            await(finish);
            return Outcome.done();
        });
        CompletableFuture<Operation> worker = CompletableFuture.supplyAsync(
                () -> bench.runner(bench.journal, ELSEWHERE, waiting).run(shrink(), bench.progress));
        await(inStep);
        Thread.sleep(2 * RunnerBench.SHORT.lease().toMillis());

        AgentctlException refused = failure(
                ErrorCode.CONFLICT, () -> bench.runner().undo(bench.only().id(), UndoMode.FORCED, bench.progress));
        finish.countDown();

        assertThat(refused).hasMessageContaining("bob@desk (pid 42)");
        assertThat(worker.get().state()).isEqualTo(OperationState.SUCCEEDED);
        bench.assertShrunk();
    }

    @Test
    void anOwnerThatWasSupersededStopsAtOnce() {
        ActionHandler slow = new FileWorld.Handler("world.set", (action, context) -> {
            Operation mine = bench.only();
            bench.journal.save(mine.ownedBy(ELSEWHERE)
                    .writtenAt(Instant.now(), Instant.now().plusSeconds(60)));
            boolean mayGoOn = context.progress().cancellation().sleep(Duration.ofSeconds(10));
            assertThat(mayGoOn).isFalse();
            return Outcome.done();
        });

        AgentctlException failure =
                failure(ErrorCode.CONFLICT, () -> bench.runner(slow).run(shrink(), bench.progress));

        assertThat(failure).hasMessageContaining("bob@desk (pid 42)").hasMessageContaining("stopped work");
        assertThat(bench.only().owner()).isEqualTo(ELSEWHERE);
        assertThat(bench.only().state()).isEqualTo(OperationState.RUNNING);
        bench.assertUnchanged();
    }

    @Test
    void withoutItsJournalNothingMoreIsDone() {
        AtomicBoolean broken = new AtomicBoolean();
        ActionHandler breaking = new FileWorld.Handler("world.set", (action, context) -> {
            broken.set(true);
            return bench.world.handlers().getFirst().perform(action, context);
        });
        Journal breakable = new WatchedJournal(bench.journal, () -> {
            if (broken.get()) {
                throw new AgentctlException(ErrorCode.FAILED, "the journal cannot be written: disk full", "");
            }
        });

        AgentctlException failure = failure(ErrorCode.FAILED, () -> bench.runner(breakable, ELSEWHERE, breaking)
                .run(shrink(), bench.progress));

        assertThat(failure)
                .hasMessageContaining("disk full")
                .hasMessageContaining("perhaps done: set size; not begun: set count");
        assertThat(bench.world.read("count")).isEqualTo("4");
        Operation left = bench.only();
        assertThat(bench.runner()
                        .undo(left.id(), UndoMode.CAREFUL, bench.progress)
                        .state())
                .isEqualTo(OperationState.UNDONE);
        bench.assertUnchanged();
    }

    @Test
    void anOwnerWhoseRenewalHangsStopsWhenItsLeaseHasRunOut() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean();
        ActionHandler waiting = new FileWorld.Handler("world.set", (action, context) -> {
            hangs.set(true);
            boolean mayGoOn = context.progress().cancellation().sleep(Duration.ofSeconds(20));
            hangs.set(false);
            answer.countDown();
            assertThat(mayGoOn).isFalse();
            throw new AgentctlException(ErrorCode.INTERRUPTED, "asked to stop", "");
        });
        Journal hanging = new WatchedJournal(bench.journal, () -> {
            if (hangs.get()) {
                await(answer);
            }
        });

        failure(ErrorCode.INTERRUPTED, () -> bench.runner(hanging, ELSEWHERE, waiting)
                .run(shrink(), bench.progress));

        assertThat(bench.only().state()).isEqualTo(OperationState.INTERRUPTED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Something happens before each write. */
    private record WatchedJournal(Journal journal, Runnable beforeSave) implements Journal {
        @Override
        public Operation begin(Operation operation) {
            return journal.begin(operation);
        }

        @Override
        public Operation save(Operation operation) {
            beforeSave.run();
            return journal.save(operation);
        }

        @Override
        public Optional<Operation> find(OperationId id) {
            return journal.find(id);
        }

        @Override
        public Stream<Operation> newestFirst() {
            return journal.newestFirst();
        }

        @Override
        public Optional<Operation> holder(Target target, ResourceId resource) {
            return journal.holder(target, resource);
        }
    }
}
