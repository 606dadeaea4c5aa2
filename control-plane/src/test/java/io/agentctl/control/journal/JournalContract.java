package io.agentctl.control.journal;

import static io.agentctl.control.journal.Operations.ALICE;
import static io.agentctl.control.journal.Operations.API;
import static io.agentctl.control.journal.Operations.BOB;
import static io.agentctl.control.journal.Operations.HERE;
import static io.agentctl.control.journal.Operations.WORKER;
import static io.agentctl.control.journal.Operations.numbered;
import static io.agentctl.control.journal.Operations.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every journal does. */
abstract class JournalContract {

    /** A journal on the same store each time it is called within a test, and on an empty one in each test. */
    abstract Journal journal();

    private static AgentctlException conflict(ThrowingCallable call) {
        AgentctlException refused = catchThrowableOfType(AgentctlException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
        return refused;
    }

    @Test
    void anOperationIsReadAsItWasWritten() {
        Operation written = journal().begin(numbered(1, API, ALICE));

        assertThat(written).isEqualTo(numbered(1, API, ALICE).atVersion(1));
        assertThat(journal().find(written.id())).contains(written);
        assertThat(journal().holder(HERE, API)).contains(written);
    }

    @Test
    void outcomesOwnersAndFailuresAreKept() {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        Step done = begun.steps().getFirst().done(new Outcome(Map.of("arn", "api:8", "empty", ""), false));

        Operation saved = journal()
                .save(begun.withStep(0, done)
                        .ownedBy(BOB)
                        .towards(OperationState.ROLLED_BACK)
                        .in(OperationState.UNDOING, "unhealthy: \"503\"\nünïcode"));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(journal().find(begun.id())).contains(saved);
    }

    @Test
    void anUnknownOperationIsNotFound() {
        assertThat(journal().find(numbered(1, API, ALICE).id())).isEmpty();
        assertThat(journal().newestFirst()).isEmpty();
        assertThat(journal().holder(HERE, API)).isEmpty();
    }

    @Test
    void aSecondOperationOnAResourceLearnsTheFirstOnesIdAndOwner() {
        Operation first = journal().begin(numbered(1, API, ALICE));

        AgentctlException refused = conflict(() -> journal().begin(numbered(2, API, BOB)));

        assertThat(refused).hasMessageContaining(first.id().value()).hasMessageContaining("alice@laptop (pid 4711)");
        assertThat(journal().newestFirst()).containsExactly(first);
    }

    @Test
    void otherResourcesAndOtherPlacesAreFree() {
        journal().begin(numbered(1, API, ALICE));
        Operation elsewhere = numbered(3, API, BOB);
        Target virginia = new Target("test", "123456789012", "us-east-1");

        journal().begin(numbered(2, WORKER, BOB));
        Operation begun = journal()
                .begin(Operation.begun(
                        new OperationDraft("ecs", API, virginia, "", elsewhere.steps()),
                        elsewhere.id(),
                        BOB,
                        elsewhere.startedAt(),
                        elsewhere.leaseUntil()));

        assertThat(journal().holder(virginia, API)).contains(begun);
        assertThat(journal().holder(HERE, API)).isNotEqualTo(journal().holder(virginia, API));
    }

    @Test
    void everyEndFreesTheResource() {
        int number = 0;
        for (OperationState state : OperationState.values()) {
            if (!state.open()) {
                Operation begun = journal().begin(numbered(number++, API, ALICE));
                journal().save(over(begun, state));
                assertThat(journal().holder(HERE, API)).isEmpty();
            }
        }
        assertThat(journal().newestFirst()).hasSize(number);
    }

    @Test
    void anInterruptedOperationKeepsItsResource() {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        journal().save(begun.in(OperationState.INTERRUPTED, "throttled"));

        assertThat(conflict(() -> journal().begin(numbered(2, API, BOB))).advice())
                .contains("agentctl ops resume " + begun.id());
    }

    @Test
    void anUndoTakesTheResourceAgain() {
        Operation over = journal().save(over(journal().begin(numbered(1, API, ALICE)), OperationState.SUCCEEDED));

        Operation undoing = journal().save(over.in(OperationState.UNDOING, ""));

        conflict(() -> journal().begin(numbered(2, API, BOB)));
        journal().save(over(undoing, OperationState.UNDONE));
        assertThat(journal().begin(numbered(3, API, BOB)).version()).isEqualTo(1);
    }

    @Test
    void anUndoIsRefusedWhileAnotherHoldsTheResource() {
        Operation over = journal().save(over(journal().begin(numbered(1, API, ALICE)), OperationState.SUCCEEDED));
        Operation holder = journal().begin(numbered(2, API, BOB));

        AgentctlException refused = conflict(() -> journal().save(over.in(OperationState.UNDOING, "")));

        assertThat(refused).hasMessageContaining(holder.id().value()).hasMessageContaining("bob@desk (pid 42)");
        assertThat(journal().find(over.id())).contains(over);
    }

    @Test
    void aWriteFromAnOldVersionIsRefusedAndNamesTheNewOwner() {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        Operation taken = journal().save(begun.ownedBy(BOB));

        AgentctlException refused = conflict(() -> journal().save(begun.in(OperationState.INTERRUPTED, "")));

        assertThat(refused).hasMessageContaining("bob@desk (pid 42)");
        assertThat(journal().find(begun.id())).contains(taken);
    }

    @Test
    void anOldOwnerCannotFreeTheResourceOfTheNewOne() {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        Operation taken = journal().save(begun.ownedBy(BOB));

        conflict(() -> journal().save(over(begun, OperationState.SUCCEEDED)));

        assertThat(journal().holder(HERE, API)).contains(taken);
    }

    @Test
    void writingTheVerySameAgainSucceeds() {
        Operation begun = journal().begin(numbered(1, API, ALICE));
        Operation saved = journal().save(begun.in(OperationState.INTERRUPTED, "throttled"));

        assertThat(journal().save(begun.in(OperationState.INTERRUPTED, "throttled")))
                .isEqualTo(saved);
        assertThat(journal().find(begun.id())).contains(saved);
    }

    @Test
    void beginningTheVerySameAgainSucceeds() {
        Operation begun = journal().begin(numbered(1, API, ALICE));

        assertThat(journal().begin(numbered(1, API, ALICE))).isEqualTo(begun);
    }

    @Test
    void anIdIsUsedOnce() {
        journal().save(over(journal().begin(numbered(1, API, ALICE)), OperationState.SUCCEEDED));

        conflict(() -> journal().begin(numbered(1, WORKER, BOB)));
    }

    @Test
    void anOperationThatWasNeverBegunCannotBeSaved() {
        conflict(() -> journal().save(numbered(1, API, ALICE).atVersion(1)));

        assertThat(journal().holder(HERE, API)).isEmpty();
    }

    @Test
    void theNewestComeFirst() {
        List<Operation> written = new ArrayList<>();
        for (int number : List.of(3, 1, 75, 2)) {
            Operation begun = journal().begin(numbered(number, API, ALICE));
            written.add(journal().save(over(begun, OperationState.SUCCEEDED)));
        }

        assertThat(journal().newestFirst())
                .containsExactly(written.get(2), written.get(0), written.get(3), written.get(1));
        assertThat(journal().newestFirst().limit(1)).containsExactly(written.get(2));
    }

    @Test
    void ofTwoThatBeginAtOnceExactlyOneWinsAndTheOtherLearnsOfIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            Operation one = numbered(2 * round, API, ALICE);
            Operation other = numbered(2 * round + 1, API, BOB);

            List<Object> results =
                    atOnce(() -> journal().begin(one), () -> journal().begin(other));

            List<Operation> winners = instances(results, Operation.class);
            List<AgentctlException> losers = instances(results, AgentctlException.class);
            assertThat(winners).hasSize(1);
            assertThat(losers).hasSize(1);
            assertThat(losers.getFirst().code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(losers.getFirst())
                    .hasMessageContaining(winners.getFirst().id().value())
                    .hasMessageContaining(winners.getFirst().owner().toString());
            journal().save(over(winners.getFirst(), OperationState.SUCCEEDED));
        }
    }

    @Test
    void ofTwoThatWriteOneVersionExactlyOneWins() throws Exception {
        Operation current = journal().begin(numbered(1, API, ALICE));
        for (int round = 0; round < 10; round++) {
            Operation seen = current;
            List<Object> results =
                    atOnce(() -> journal().save(seen.ownedBy(ALICE).in(OperationState.RUNNING, "one")), () -> journal()
                            .save(seen.ownedBy(BOB).in(OperationState.RUNNING, "other")));

            List<Operation> winners = instances(results, Operation.class);
            assertThat(winners).hasSize(1);
            assertThat(instances(results, AgentctlException.class)).hasSize(1);
            assertThat(journal().find(seen.id())).contains(winners.getFirst());
            current = winners.getFirst();
        }
    }

    private static <T> List<T> instances(List<Object> results, Class<T> type) {
        return results.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Object> first = threads.submit(() -> settled(start, one));
            Future<Object> second = threads.submit(() -> settled(start, other));
            return List.of(first.get(), second.get());
        }
    }

    private static Object settled(CyclicBarrier start, Callable<?> call) throws Exception {
        start.await();
        try {
            return call.call();
        } catch (AgentctlException refused) {
            return refused;
        }
    }
}
