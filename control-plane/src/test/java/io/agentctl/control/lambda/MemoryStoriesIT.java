package io.agentctl.control.lambda;

import static io.agentctl.control.lambda.FunctionBench.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function's memory is planned, changed and put back, as an operator sees it. */
class MemoryStoriesIT {

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private FunctionBench bench;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(FunctionBench.WORLD);
        bench = new FunctionBench(sandbox.endpoint(), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
        sandbox.close();
    }

    @Test
    void functionsAreListedWithTheirVersionsAndAliases() {
        List<FunctionRow> rows = bench.lambda
                .listing()
                .run(new ListFunctions.Request(List.of()), ProgressListener.SILENT)
                .functions();

        assertThat(rows).extracting(row -> row.name().value()).containsExactly("broken", "resizer", "worker");
        FunctionRow worker = rows.getLast();
        assertThat(worker.memoryMb()).isEqualTo(1024);
        assertThat(worker.timeoutSeconds()).isEqualTo(30);
        assertThat(worker.versions()).isEqualTo(2);
        assertThat(worker.aliases()).containsExactly("live: 2", "old: 1");
    }

    @Test
    void anUnknownFunctionNamesTheNearOnes() {
        PlanMemory.Request request =
                new PlanMemory.Request(new FunctionName("worke"), 512, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> bench.lambda.planMemory().run(request, ProgressListener.SILENT))
                .hasMessage("there is no function worke")
                .asInstanceOf(InstanceOfAssertFactories.type(AgentctlException.class))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND);
                    assertThat(failure.advice()).startsWith("Did you mean worker?");
                });
    }

    @Test
    void anotherSizeIsSetAndPutBack() {
        String before = FunctionBench.everything(sandbox.lambda(), WORKER);

        ApplyPlan.Result applied = bench.apply(bench.planMemory(512, null));

        assertThat(applied.operations().getFirst().state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(memory()).isEqualTo(512);
        bench.runner.undo(applied.operations().getFirst().operation(), UndoMode.CAREFUL, ProgressListener.SILENT);
        assertThat(FunctionBench.everything(sandbox.lambda(), WORKER)).isEqualTo(before);
    }

    @Test
    void anAliasMovesToANewVersionAndBack() {
        String before = FunctionBench.everything(sandbox.lambda(), WORKER);
        Plan plan = bench.planMemory(512, "live");
        assertThat(plan.resources().getFirst().changes())
                .extracting(change -> change.field() + " " + change.from() + " > " + change.to() + " " + change.risk())
                .containsExactly("memory 1024 > 512 MEDIUM", "alias live 2 > a new version MEDIUM");

        ApplyPlan.Result applied = bench.apply(plan);

        assertThat(live()).isEqualTo("3");
        assertThat(sandbox.lambda()
                        .getFunctionConfiguration(
                                request -> request.functionName(WORKER.value()).qualifier("live"))
                        .memorySize())
                .isEqualTo(512);
        bench.runner.undo(applied.operations().getFirst().operation(), UndoMode.CAREFUL, ProgressListener.SILENT);
        assertThat(FunctionBench.everything(sandbox.lambda(), WORKER)).isEqualTo(before);
    }

    @Test
    void anotherProcessorIsSetWithItsCodeAndPutBack() {
        String before = FunctionBench.everything(sandbox.lambda(), WORKER);
        Plan plan = bench.lambda
                .planMemory()
                .run(
                        new PlanMemory.Request(WORKER, 512, Optional.of(Architecture.ARM64), Optional.empty()),
                        ProgressListener.SILENT);

        ApplyPlan.Result applied = bench.apply(plan);

        assertThat(sandbox.lambda()
                        .getFunctionConfiguration(request -> request.functionName(WORKER.value()))
                        .architecturesAsStrings())
                .containsExactly("arm64");
        bench.runner.undo(applied.operations().getFirst().operation(), UndoMode.CAREFUL, ProgressListener.SILENT);
        assertThat(FunctionBench.everything(sandbox.lambda(), WORKER)).isEqualTo(before);
    }

    @Test
    void aVersionThatWouldBringMoreThanTheSizeIsAHighRisk() {
        sandbox.lambda().updateFunctionConfiguration(request -> request.functionName(WORKER.value())
                .timeout(60));

        assertThat(bench.planMemory(512, "live")
                        .resources()
                        .getFirst()
                        .changes()
                        .getLast())
                .satisfies(change -> {
                    assertThat(change.risk()).isEqualTo(Risk.HIGH);
                    assertThat(change.why()).contains("Timeout");
                });
    }

    @Test
    void aSizeThatIsThereAlreadyNeedsNoPlan() {
        assertThat(bench.planMemory(1024, null).isEmpty()).isTrue();
        assertThat(bench.planMemory(1024, "live").isEmpty()).isTrue();
    }

    @Test
    void aPlanThatIsOvertakenChangesNothing() {
        Plan plan = bench.planMemory(512, null);
        sandbox.lambda().updateFunctionConfiguration(request -> request.functionName(WORKER.value())
                .timeout(60));

        assertThatThrownBy(() -> bench.apply(plan))
                .asInstanceOf(InstanceOfAssertFactories.type(AgentctlException.class))
                .extracting(AgentctlException::code)
                .isEqualTo(ErrorCode.STALE_PLAN);
        assertThat(memory()).isEqualTo(1024);
    }

    @Test
    void whatSomebodyElseSetSinceIsNotUndone() {
        ApplyPlan.Result applied = bench.apply(bench.planMemory(512, null));
        sandbox.lambda().updateFunctionConfiguration(request -> request.functionName(WORKER.value())
                .memorySize(2048));

        assertThatThrownBy(() -> bench.runner.undo(
                        applied.operations().getFirst().operation(), UndoMode.CAREFUL, ProgressListener.SILENT))
                .asInstanceOf(InstanceOfAssertFactories.type(AgentctlException.class))
                .extracting(AgentctlException::code)
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(memory()).isEqualTo(2048);
    }

    private int memory() {
        return sandbox.lambda()
                .getFunctionConfiguration(request -> request.functionName(WORKER.value()))
                .memorySize();
    }

    private String live() {
        return sandbox.lambda()
                .getAlias(request -> request.functionName(WORKER.value()).name("live"))
                .functionVersion();
    }
}
