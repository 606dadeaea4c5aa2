package io.agentctl.control.journal;

import static io.agentctl.control.journal.RunnerBench.failing;
import static io.agentctl.control.journal.RunnerBench.failure;
import static io.agentctl.control.journal.RunnerBench.shrink;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How operations are put back because somebody asked. */
class UndoTest {

    @TempDir
    Path directory;

    private RunnerBench bench;

    @BeforeEach
    void prepare() {
        bench = RunnerBench.fresh(directory);
    }

    private Operation undo(Operation operation, UndoMode mode, ActionHandler... replacements) {
        return bench.runner(replacements).undo(operation.id(), mode, bench.progress);
    }

    @Test
    void whatSucceededIsPutBack() {
        Operation over = bench.runner().run(shrink(), bench.progress);

        Operation undone = undo(over, UndoMode.CAREFUL);

        assertThat(undone.state()).isEqualTo(OperationState.UNDONE);
        assertThat(undone).isEqualTo(bench.only());
        assertThat(undone.steps())
                .extracting(Step::state)
                .containsExactly(StepState.UNDONE, StepState.UNDONE, StepState.DONE);
        bench.assertUnchanged();
    }

    @Test
    void undoingAgainDoesNothing() {
        Operation over = bench.runner().run(shrink(), bench.progress);
        Operation undone = undo(over, UndoMode.CAREFUL);
        bench.world.write("size", "huge");

        assertThat(undo(over, UndoMode.FORCED)).isEqualTo(undone);
        assertThat(bench.world.read("size")).isEqualTo("huge");
        assertThat(bench.said).anyMatch(text -> text.contains("needs no undoing: UNDONE"));
    }

    @Test
    void whatStoppedHalfWayIsPutBackAsFarAsItCame() {
        ActionHandler slow = bench.failingOn("world.set", "count", ErrorCode.THROTTLED, "slow down");
        failure(ErrorCode.THROTTLED, () -> bench.runner(slow).run(shrink(), bench.progress));

        Operation undone = undo(bench.only(), UndoMode.CAREFUL);

        assertThat(undone.steps())
                .extracting(Step::state)
                .containsExactly(StepState.UNDONE, StepState.UNDONE, StepState.PENDING);
        bench.assertUnchanged();
    }

    @Test
    void whatSomebodyElseChangedSinceIsLeftAloneAndTheResourceStaysFree() {
        Operation over = bench.runner().run(shrink(), bench.progress);
        bench.world.write("count", "9");

        AgentctlException refused = failure(ErrorCode.CONFLICT, () -> undo(over, UndoMode.CAREFUL));

        assertThat(refused).hasMessageContaining("count was set to 9 since").hasMessageContaining("nothing was done");
        assertThat(refused.advice()).contains("--force");
        assertThat(bench.only().state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(bench.journal.holder(Operations.HERE, Operations.API)).isEmpty();
        assertThat(bench.world.read("count")).isEqualTo("9");
    }

    /** Looks ahead, and acts as the world's own does. */
    private record Foreseeing(ActionHandler original, FileWorld world) implements ActionHandler {

        @Override
        public String type() {
            return original.type();
        }

        @Override
        public Outcome perform(Action action, StepContext context) {
            return original.perform(action, context);
        }

        @Override
        public void requireUndisturbed(Action inverse) {
            if (!world.read(inverse.argument("name")).equals(inverse.argument("set"))) {
                throw new AgentctlException(ErrorCode.CONFLICT, inverse.argument("name") + " is in the way", "");
            }
        }
    }

    @Test
    void whereTheLastInverseWouldRefuseTheFirstIsNotPlayed() {
        Operation over = bench.runner().run(shrink(), bench.progress);
        bench.world.write("size", "huge");
        ActionHandler original = bench.world.handlers().stream()
                .filter(handler -> handler.type().equals("world.put-back"))
                .findFirst()
                .orElseThrow();

        AgentctlException refused =
                failure(ErrorCode.CONFLICT, () -> undo(over, UndoMode.CAREFUL, new Foreseeing(original, bench.world)));

        assertThat(refused).hasMessageContaining("size is in the way").hasMessageContaining("nothing was done");
        assertThat(bench.only().state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(bench.world.read("count")).as("the inverse that comes first").isEqualTo("2");
    }

    @Test
    void forcedItIsPutBackAllTheSame() {
        Operation over = bench.runner().run(shrink(), bench.progress);
        bench.world.write("count", "9");

        assertThat(undo(over, UndoMode.FORCED).state()).isEqualTo(OperationState.UNDONE);
        bench.assertUnchanged();
    }

    @Test
    void anUndoThatStoppedHalfWayIsResumed() {
        Operation over = bench.runner().run(shrink(), bench.progress);
        ActionHandler stuck = bench.failingOn("world.put-back", "size", ErrorCode.UNREACHABLE, "no route");

        AgentctlException failure = failure(ErrorCode.UNREACHABLE, () -> undo(over, UndoMode.CAREFUL, stuck));

        assertThat(failure).hasMessageContaining("still changed by " + over.id() + ": set size");
        assertThat(bench.only().state()).isEqualTo(OperationState.INTERRUPTED);
        assertThat(bench.runner().resume(over.id(), bench.progress).state()).isEqualTo(OperationState.UNDONE);
        bench.assertUnchanged();
    }

    @Test
    void aRefusalAfterSomethingWasPutBackKeepsTheOperationOpen() {
        Operation over = bench.runner().run(shrink(), bench.progress);
        bench.world.write("size", "huge");

        AgentctlException failure = failure(ErrorCode.CONFLICT, () -> undo(over, UndoMode.CAREFUL));

        assertThat(failure).hasMessageContaining("still changed by " + over.id() + ": set size");
        assertThat(failure.advice()).contains("--force");
        assertThat(bench.only().state()).isEqualTo(OperationState.INTERRUPTED);
        assertThat(undo(over, UndoMode.FORCED).state()).isEqualTo(OperationState.UNDONE);
        bench.assertUnchanged();
    }

    @Test
    void itIsRefusedWhileAnotherOperationHoldsTheResource() {
        Operation over = bench.runner().run(shrink(), bench.progress);
        Operation holder = bench.journal.begin(Operations.numbered(1, Operations.API, Operations.BOB));

        AgentctlException refused = failure(ErrorCode.CONFLICT, () -> undo(over, UndoMode.CAREFUL));

        assertThat(refused).hasMessageContaining(holder.id().value()).hasMessageContaining("bob@desk (pid 42)");
        bench.assertShrunk();
    }

    @Test
    void askedToStopItStopsBetweenInverses() {
        Operation over = bench.runner().run(shrink(), bench.progress);
        bench.cancellation.request();

        AgentctlException failure = failure(ErrorCode.INTERRUPTED, () -> undo(over, UndoMode.CAREFUL));

        assertThat(failure).hasMessageContaining("still changed by " + over.id() + ": set size, set count");
        bench.assertShrunk();
    }

    @Test
    void anOperationThatTurnedBackEndsAsItWouldHave() {
        ActionHandler bad = failing("world.expect", ErrorCode.VERDICT_NO, "unhealthy");
        ActionHandler stuck = bench.failingOn("world.put-back", "size", ErrorCode.THROTTLED, "slow down");
        failure(ErrorCode.FAILED, () -> bench.runner(bad, stuck).run(shrink(), bench.progress));

        Operation undone = undo(bench.only(), UndoMode.CAREFUL);

        assertThat(undone.state()).isEqualTo(OperationState.ROLLED_BACK);
        assertThat(undone.failure()).isEqualTo("unhealthy");
        bench.assertUnchanged();
    }

    @Test
    void anUnknownOperationIsNotFound() {
        OperationId unknown = new OperationId("op-20261124-031502-k7qdm");

        failure(ErrorCode.NOT_FOUND, () -> bench.runner().undo(unknown, UndoMode.CAREFUL, bench.progress));
    }

    @Test
    void whatIsOverIsNotResumed() {
        Operation over = bench.runner().run(shrink(), bench.progress);

        assertThat(bench.runner().resume(over.id(), bench.progress)).isEqualTo(over);
        assertThat(bench.said).anyMatch(text -> text.contains("is over already: SUCCEEDED"));
        assertThat(over.updatedAt()).isAfter(Instant.EPOCH);
    }
}
