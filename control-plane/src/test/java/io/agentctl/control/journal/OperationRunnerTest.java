package io.agentctl.control.journal;

import static io.agentctl.control.journal.RunnerBench.failing;
import static io.agentctl.control.journal.RunnerBench.failure;
import static io.agentctl.control.journal.RunnerBench.shrink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How operations end. */
class OperationRunnerTest {

    @TempDir
    Path directory;

    private RunnerBench bench;

    @BeforeEach
    void prepare() {
        bench = RunnerBench.fresh(directory);
    }

    @Test
    void allStepsDoneIsSuccess() {
        Operation over = bench.runner().run(shrink(), bench.progress);

        assertThat(over.state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(over).isEqualTo(bench.only());
        assertThat(over.steps()).extracting(Step::state).containsOnly(StepState.DONE);
        bench.assertShrunk();
        assertThat(bench.said).anyMatch(text -> text.contains("step 2 of 3: set count"));
    }

    @Test
    void anUnverifiedOutcomeIsSaid() {
        Operation over = bench.runner(new FileWorld.Handler("world.expect", (action, context) -> Outcome.unverified()))
                .run(shrink(), bench.progress);

        assertThat(over.state()).isEqualTo(OperationState.UNVERIFIED);
        assertThat(over.steps().getLast().verified()).isFalse();
    }

    @Test
    void laterStepsSeeWhatEarlierOnesFound() {
        AtomicReference<Map<String, String>> seen = new AtomicReference<>();
        bench.runner(new FileWorld.Handler("world.expect", (action, context) -> {
                    seen.set(context.earlier());
                    return Outcome.done();
                }))
                .run(shrink(), bench.progress);

        assertThat(seen.get()).isEqualTo(Map.of("size", "small", "count", "2"));
    }

    @Test
    void stepsThatTurnOutToBeNeededFollowAtOnceAndAreUndoneToo() {
        bench.world.write("shape", "round");
        Operation over = bench.runner(new FileWorld.Handler(
                        "world.expect",
                        (action, context) -> bench.only().steps().size() == 3
                                ? Outcome.followedBy(List.of(
                                        FileWorld.set("shape", "round", "square"), FileWorld.expect("shape", "square")))
                                : Outcome.done()))
                .run(shrink(), bench.progress);

        assertThat(over.steps()).hasSize(5).extracting(Step::state).containsOnly(StepState.DONE);
        assertThat(bench.world.read("shape")).isEqualTo("square");
        bench.runner().undo(over.id(), UndoMode.CAREFUL, bench.progress);
        assertThat(bench.world.read("shape")).isEqualTo("round");
    }

    @Test
    void whatIsOfNoUseHalfDoneIsPutBackWhenItMustStop() {
        ActionHandler stopping = new FileWorld.Handler("world.expect", (action, context) -> {
            bench.cancellation.request();
            throw Endings.stopped();
        });

        assertThatThrownBy(() -> bench.runner(stopping).runWhole(shrink(), bench.progress))
                .isInstanceOfSatisfying(AgentctlException.class, stopped -> assertThat(stopped.code())
                        .isEqualTo(ErrorCode.INTERRUPTED))
                .hasMessageContaining("nothing is left changed");
        assertThat(bench.only().state()).isEqualTo(OperationState.UNDONE);
        assertThat(bench.world.read("size")).isEqualTo("large");
        assertThat(bench.world.read("count")).isEqualTo("4");
    }

    @Test
    void aStepIsWrittenDownBeforeItActs() {
        AtomicReference<StepState> written = new AtomicReference<>();
        bench.runner(new FileWorld.Handler("world.expect", (action, context) -> {
                    written.set(bench.only().steps().getLast().state());
                    return Outcome.done();
                }))
                .run(shrink(), bench.progress);

        assertThat(written.get()).isEqualTo(StepState.STARTED);
    }

    @Test
    void aChangeThatIsDeniedIsPutBackAndKeepsItsCode() {
        ActionHandler denied = bench.failingOn("world.set", "count", ErrorCode.NOT_ALLOWED, "may not set count.");

        AgentctlException failure =
                failure(ErrorCode.NOT_ALLOWED, () -> bench.runner(denied).run(shrink(), bench.progress));

        assertThat(failure).hasMessage("may not set count; nothing is left changed");
        assertThat(failure.advice()).isEqualTo("ask for it");
        assertThat(bench.only().state()).isEqualTo(OperationState.FAILED);
        assertThat(bench.only().failure()).isEqualTo("may not set count.");
        bench.assertUnchanged();
    }

    @Test
    void aBadResultIsRolledBackWithExitCodeFour() {
        ActionHandler bad = failing("world.expect", ErrorCode.VERDICT_NO, "2 of 4 tasks ran out of memory");

        AgentctlException failure =
                failure(ErrorCode.ROLLED_BACK, () -> bench.runner(bad).run(shrink(), bench.progress));

        assertThat(failure).hasMessageContaining("2 of 4 tasks ran out of memory");
        assertThat(failure.code().exitCode()).isEqualTo(4);
        assertThat(bench.only().state()).isEqualTo(OperationState.ROLLED_BACK);
        bench.assertUnchanged();
    }

    @Test
    void aCheckThatFailsBeforeAnythingWasDoneRollsNothingBack() {
        OperationDraft draft = new OperationDraft(
                "world shrink",
                Operations.API,
                Operations.HERE,
                "",
                List.of(FileWorld.expect("size", "medium"), FileWorld.set("count", "4", "2")));

        failure(ErrorCode.VERDICT_NO, () -> bench.runner().run(draft, bench.progress));

        assertThat(bench.only().state()).isEqualTo(OperationState.FAILED);
        bench.assertUnchanged();
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"THROTTLED", "UNREACHABLE", "INTERRUPTED", "STILL_RUNNING", "NOT_SIGNED_IN"})
    void aFaultThatPassesLeavesTheOperationToBeResumed(ErrorCode code) {
        ActionHandler slow = bench.failingOn("world.set", "count", code, "slow down");

        AgentctlException failure = failure(code, () -> bench.runner(slow).run(shrink(), bench.progress));

        Operation stopped = bench.only();
        assertThat(stopped.state()).isEqualTo(OperationState.INTERRUPTED);
        assertThat(failure).hasMessageContaining("done: set size; perhaps done: set count; not begun: expect size");
        assertThat(failure.advice())
                .isEqualTo("agentctl ops resume " + stopped.id() + ", or agentctl ops undo " + stopped.id());

        assertThat(bench.runner().resume(stopped.id(), bench.progress).state()).isEqualTo(OperationState.SUCCEEDED);
        bench.assertShrunk();
    }

    @Test
    void aMistakeOfOursIsPutBackToo() {
        ActionHandler broken = new FileWorld.Handler("world.expect", (action, context) -> {
            throw new IllegalStateException("no such thing");
        });

        failure(ErrorCode.ROLLED_BACK, () -> bench.runner(broken).run(shrink(), bench.progress));

        bench.assertUnchanged();
    }

    @Test
    void whenAnInverseFailsTooItSaysExactlyWhatIsLeft() {
        ActionHandler bad = failing("world.expect", ErrorCode.VERDICT_NO, "unhealthy");
        ActionHandler stuck = bench.failingOn("world.put-back", "size", ErrorCode.THROTTLED, "slow down");

        AgentctlException failure =
                failure(ErrorCode.FAILED, () -> bench.runner(bad, stuck).run(shrink(), bench.progress));

        Operation stopped = bench.only();
        assertThat(failure)
                .hasMessageContaining("unhealthy")
                .hasMessageContaining("still changed by " + stopped.id() + ": set size");
        assertThat(failure.advice()).contains("agentctl ops resume " + stopped.id());
        assertThat(stopped.state()).isEqualTo(OperationState.INTERRUPTED);
        assertThat(bench.world.read("count")).isEqualTo("4");
        assertThat(bench.world.read("size")).isEqualTo("small");

        AgentctlException over =
                failure(ErrorCode.ROLLED_BACK, () -> bench.runner().resume(stopped.id(), bench.progress));

        assertThat(over).hasMessageContaining("unhealthy");
        assertThat(bench.only().state()).isEqualTo(OperationState.ROLLED_BACK);
        bench.assertUnchanged();
    }

    @Test
    void askedToStopItStopsBetweenStepsAndSaysWhatIsLeft() {
        ActionHandler slow = new FileWorld.Handler("world.set", (action, context) -> {
            bench.cancellation.request();
            return bench.world.handlers().getFirst().perform(action, context);
        });

        AgentctlException failure =
                failure(ErrorCode.INTERRUPTED, () -> bench.runner(slow).run(shrink(), bench.progress));

        assertThat(failure).hasMessageContaining("done: set size");
        assertThat(failure).hasMessageContaining("not begun: set count, expect size");
        assertThat(bench.only().state()).isEqualTo(OperationState.INTERRUPTED);
        assertThat(bench.world.read("count")).isEqualTo("4");
    }

    @Test
    void aSecondOperationOnTheResourceIsRefusedBeforeItActs() {
        ActionHandler slow = bench.failingOn("world.set", "count", ErrorCode.THROTTLED, "slow down");
        failure(ErrorCode.THROTTLED, () -> bench.runner(slow).run(shrink(), bench.progress));
        Operation first = bench.only();
        bench.world.write("size", "large");

        AgentctlException refused =
                failure(ErrorCode.CONFLICT, () -> bench.runner().run(shrink(), bench.progress));

        assertThat(refused).hasMessageContaining(first.id().value()).hasMessageContaining("alice@laptop");
        bench.assertUnchanged();
    }

    @Test
    void anOperationOfAnotherAccountIsRefused() {
        Operation over = bench.runner().run(shrink(), bench.progress);
        bench.here = new Target("prod", "999999999999", "eu-central-1");

        AgentctlException refused =
                failure(ErrorCode.CONFLICT, () -> bench.runner().undo(over.id(), UndoMode.CAREFUL, bench.progress));

        assertThat(refused).hasMessageContaining("123456789012").hasMessageContaining("999999999999");
        bench.assertShrunk();
    }

    @Test
    void anActionThatNobodyKnowsIsRefusedBeforeAnythingIsDone() {
        OperationDraft draft = new OperationDraft(
                "new", Operations.API, Operations.HERE, "", List.of(Step.check("x", Action.of("new.thing", Map.of()))));

        failure(ErrorCode.FAILED, () -> bench.runner().run(draft, bench.progress));

        assertThat(bench.journal.newestFirst()).isEmpty();
    }
}
