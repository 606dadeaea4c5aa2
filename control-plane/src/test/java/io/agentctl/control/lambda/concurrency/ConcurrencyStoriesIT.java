package io.agentctl.control.lambda.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept ready is shown, planned, set and put back, as an operator sees it. */
class ConcurrencyStoriesIT {

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private ConcurrencyBench bench;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(ConcurrencyBench.WORLD);
        bench = new ConcurrencyBench(sandbox.endpoint(), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
        sandbox.close();
    }

    @Test
    void aNumberIsSetAndClearedAgainByUndo() {
        ApplyPlan.Result applied = bench.apply(bench.plan(ConcurrencyBench.LIVE, 5));

        assertThat(applied.operations().getFirst().state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(bench.requested(ConcurrencyBench.LIVE)).isEqualTo(5);
        undo(applied);
        assertThat(bench.requested(ConcurrencyBench.LIVE)).isZero();
    }

    @Test
    void anotherNumberIsPutBackToTheFormer() {
        Plan plan = bench.plan(ConcurrencyBench.HELD, 10);
        Change change = plan.resources().getFirst().changes().getFirst();
        assertThat(change.from() + " to " + change.to()).isEqualTo("4 to 10");
        // Six times half a GB for 2,628,000 s at $0.0000041667.
        assertThat(change.monthly()).hasToString("$32.85");

        ApplyPlan.Result applied = bench.apply(plan);

        assertThat(bench.requested(ConcurrencyBench.HELD)).isEqualTo(10);
        undo(applied);
        assertThat(bench.requested(ConcurrencyBench.HELD)).isEqualTo(4);
    }

    @Test
    void clearingIsPutBackToo() {
        ApplyPlan.Result applied = bench.apply(bench.plan(ConcurrencyBench.HELD, 0));

        assertThat(bench.requested(ConcurrencyBench.HELD)).isZero();
        undo(applied);
        assertThat(bench.requested(ConcurrencyBench.HELD)).isEqualTo(4);
    }

    @Test
    void whatFailsSaysWhyAndIsPutBack() {
        assertThatThrownBy(() -> bench.apply(bench.plan(ConcurrencyBench.TINY, 3)))
                .hasMessageContaining("FUNCTION_ERROR_INIT_FAILURE")
                .asInstanceOf(InstanceOfAssertFactories.type(AgentctlException.class))
                .extracting(AgentctlException::code)
                .isEqualTo(ErrorCode.ROLLED_BACK);
        assertThat(bench.requested(ConcurrencyBench.TINY)).isZero();
    }

    @Test
    void theLatestIsRefused() {
        assertRefused(() -> bench.plan(ConcurrencyTarget.parse("worker:$LATEST"), 1), ErrorCode.USAGE, "$LATEST");
    }

    @Test
    void aWeightedAliasIsRefused() {
        sandbox.lambda().updateAlias(request -> request.functionName("worker")
                .name("live")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of("3", 0.1))));

        assertRefused(() -> bench.plan(ConcurrencyBench.LIVE, 1), ErrorCode.CONFLICT, "shares its calls between");
    }

    @Test
    void anUnknownAliasNamesTheNearOnes() {
        assertRefused(
                () -> bench.plan(ConcurrencyTarget.parse("worker:lvie"), 1),
                ErrorCode.NOT_FOUND,
                "has no alias or version lvie");
    }

    @Test
    void moreThanTheFunctionReservesIsRefusedWithTheFiguresBeforeAnythingIsWritten() {
        assertRefused(
                () -> bench.plan(ConcurrencyBench.HELD, 21),
                ErrorCode.CONFLICT,
                "held reserves 20 at once, so 20 at most can be");
        assertThat(sandbox.calls().mutating()).isEmpty();
    }

    @Test
    void moreThanTheAccountHasIsRefusedWithTheFigures() {
        assertRefused(
                () -> bench.plan(ConcurrencyBench.LIVE, 881),
                ErrorCode.CONFLICT,
                "of the account's 1000 at once 980 are neither reserved nor kept ready, and 100 must stay so,"
                        + " so 880 at most can be");
        assertThat(bench.plan(ConcurrencyBench.LIVE, 880).isEmpty()).isFalse();
    }

    @Test
    void whatAnotherNameHasForTheSameVersionIsInTheWay() {
        bench.apply(bench.plan(ConcurrencyBench.LIVE, 2));

        assertRefused(
                () -> bench.plan(ConcurrencyTarget.parse("worker:2"), 1),
                ErrorCode.CONFLICT,
                "version 2 of worker has 2 environments kept ready as live");
    }

    @Test
    void aPlanThatIsOvertakenChangesNothing() {
        Plan plan = bench.plan(ConcurrencyBench.HELD, 6);
        keep(5);

        assertRefused(() -> bench.apply(plan), ErrorCode.STALE_PLAN, "the plan is stale");
        assertThat(bench.requested(ConcurrencyBench.HELD)).isEqualTo(5);
    }

    @Test
    void whatSomebodyElseSetSinceIsNotUndone() {
        ApplyPlan.Result applied = bench.apply(bench.plan(ConcurrencyBench.HELD, 6));
        keep(5);

        assertRefused(() -> undo(applied), ErrorCode.CONFLICT, "somebody changed meanwhile");
        assertThat(bench.requested(ConcurrencyBench.HELD)).isEqualTo(5);
    }

    @Test
    void useIsTurnedIntoAdviceThatCanBeApplied() {
        AdviseConcurrency.Result result = bench.advise(ConcurrencyBench.LIVE, LevelRule.COVER);

        assertThat(result.enough()).isTrue();
        assertThat(result.breakEvenUtilization().getAsDouble()).isBetween(0.59, 0.61);
        int advised = result.advised().getAsInt();
        Level level = result.levels().stream()
                .filter(one -> one.environments() == advised)
                .findFirst()
                .orElseThrow();
        assertThat(level.covered()).isGreaterThanOrEqualTo(0.99);
        assertThat(level.readyShare()).isGreaterThan(0.99);

        bench.apply(result.plan());

        assertThat(bench.requested(ConcurrencyBench.LIVE)).isEqualTo(advised);
    }

    @Test
    void aFunctionThatNobodyInvokesGetsNoAdvice() {
        AdviseConcurrency.Result result = bench.advise(ConcurrencyBench.TINY, LevelRule.COVER);

        assertThat(result.levels()).isEmpty();
        assertThat(result.plan().isEmpty()).isTrue();
        assertThat(result.reason()).isEqualTo("no invocation was measured");
    }

    @Test
    void allAliasesAreShownWithTheirUse() {
        bench.apply(bench.plan(ConcurrencyBench.LIVE, 3));

        ShowConcurrency.Result result = bench.concurrency
                .showing(bench.metrics)
                .run(
                        new ShowConcurrency.Request(new FunctionName("worker"), Optional.empty(), Duration.ofHours(1)),
                        ProgressListener.SILENT);

        assertThat(result.rows())
                .extracting(row -> row.target() + " " + row.version() + " " + row.allocated() + " " + row.status())
                .containsExactly("worker:live 2 3 ready", "worker:old 1 0 none");
        assertThat(result.reserved()).isEmpty();
        assertThat(result.accountUnreserved()).isEqualTo(977);
    }

    private void keep(int environments) {
        sandbox.lambda()
                .putProvisionedConcurrencyConfig(request ->
                        request.functionName("held").qualifier("live").provisionedConcurrentExecutions(environments));
    }

    private void undo(ApplyPlan.Result applied) {
        bench.runner.undo(applied.operations().getFirst().operation(), UndoMode.CAREFUL, ProgressListener.SILENT);
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code, String message) {
        assertThatThrownBy(call)
                .hasMessageContaining(message)
                .asInstanceOf(InstanceOfAssertFactories.type(AgentctlException.class))
                .extracting(AgentctlException::code)
                .isEqualTo(code);
    }
}
