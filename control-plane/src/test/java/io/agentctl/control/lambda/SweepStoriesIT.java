package io.agentctl.control.lambda;

import static io.agentctl.control.lambda.FunctionBench.BROKEN;
import static io.agentctl.control.lambda.FunctionBench.RESIZER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.progress.Cancellation;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.race.VerdictWord;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions are swept, and are afterwards as they were. */
class SweepStoriesIT {

    private static final Integer[] SIZES = {128, 256, 512, 1769, 3008};

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private FunctionBench bench;
    private String before;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(FunctionBench.WORLD);
        bench = new FunctionBench(sandbox.endpoint(), folder);
        before = FunctionBench.everything(sandbox.lambda(), RESIZER);
    }

    @AfterEach
    void stop() {
        bench.close();
        sandbox.close();
    }

    @Test
    void theCheapestSizeIsFoundAndNothingIsLeftBehind() {
        SweepReport report = bench.sweep(FunctionBench.request(RESIZER, SIZES), ProgressListener.SILENT);

        assertThat(report.advised().orElseThrow().memory()).isIn(256, 512);
        assertThat(report.sizes().getFirst().failures()).containsKey("out-of-memory");
        assertThat(report.invocations()).isBetween(15, 60);
        assertUntouched();
        assertThat(bench.journal.newestFirst().findFirst().orElseThrow().state())
                .isEqualTo(OperationState.SUCCEEDED);
    }

    @Test
    void nothingIsInvokedBeforeTheFunctionIsAsItWas() {
        List<String> order =
                sandboxCalls(() -> bench.sweep(FunctionBench.request(RESIZER, 256, 512), ProgressListener.SILENT));

        int probe = order.indexOf("Invoke");
        int first = probe + 1 + order.subList(probe + 1, order.size()).indexOf("Invoke");
        assertThat(order.subList(first, order.size())).doesNotContain("UpdateFunctionConfiguration", "PublishVersion");
        assertThat(order.stream().filter("UpdateFunctionConfiguration"::equals)).hasSize(1 + 2 + 1);
    }

    @Test
    void aFunctionThatAlwaysFailsIsAResult() {
        SweepReport report = bench.sweep(FunctionBench.request(BROKEN, 128, 256), ProgressListener.SILENT);

        assertThat(report.verdict()).isEqualTo(VerdictWord.ALL_FAILED);
        assertThat(report.advised()).isEmpty();
        assertThat(report.explanation()).contains("the function failed");
    }

    @Test
    void coldStartsAreMeasuredOnVersionsThatNeverRan() {
        SweepRequest warm = FunctionBench.request(RESIZER, 256, 512);
        SweepRequest request = new SweepRequest(
                warm.function(),
                warm.memoryMb(),
                warm.architectures(),
                warm.objective(),
                warm.indifferenceZone(),
                warm.confidence(),
                warm.maxInvocations(),
                warm.maxSpendUsd(),
                0.3,
                2);

        SweepReport report = bench.sweep(request, ProgressListener.SILENT);

        assertThat(report.sizes()).allSatisfy(size -> {
            assertThat(size.cold()).isGreaterThanOrEqualTo(3);
            assertThat(size.warm()).isGreaterThanOrEqualTo(3);
        });
        assertUntouched();
    }

    @Test
    void bothProcessorsAreMeasuredAndTheFunctionKeepsItsOwn() {
        SweepRequest one = FunctionBench.request(RESIZER, 256, 512);
        SweepRequest both = new SweepRequest(
                one.function(),
                one.memoryMb(),
                List.of(Architecture.ARM64, Architecture.X86_64),
                one.objective(),
                one.indifferenceZone(),
                one.confidence(),
                one.maxInvocations(),
                one.maxSpendUsd(),
                one.coldShare(),
                one.concurrency());

        SweepReport report = bench.sweep(both, ProgressListener.SILENT);

        assertThat(report.sizes())
                .extracting(size -> size.size().toString())
                .containsExactlyInAnyOrder("256 MB x86_64", "512 MB x86_64", "256 MB arm64", "512 MB arm64");
        assertThat(report.advised().orElseThrow().architecture()).isEqualTo("arm64");
        assertUntouched();
    }

    @Test
    void sizesBetweenAreAddedWhereTheyCouldBeBetter() {
        SweepReport report = bench.sweep(FunctionBench.request(RESIZER), ProgressListener.SILENT);

        assertThat(report.sizes()).hasSizeGreaterThan(6);
        assertUntouched();
    }

    @Test
    void whoAsksToStopSeesWhatWasFoundAndFindsNothingLeft() {
        Cancellation stop = new Cancellation();
        SweepReport report = bench.sweep(FunctionBench.request(RESIZER, SIZES), new ProgressListener() {
            @Override
            public void on(ProgressEvent event) {
                if (event instanceof ProgressEvent.Advance advance && advance.done() > 16) {
                    stop.request();
                }
            }

            @Override
            public Cancellation cancellation() {
                return stop;
            }
        });

        assertThat(report.verdict()).isEqualTo(VerdictWord.RUNNING);
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("nothing is left changed"));
        assertUntouched();
    }

    @Test
    void aSecondSweepOfTheSameFunctionIsRefused() {
        AtomicReference<AgentctlException> refusal = new AtomicReference<>();
        bench.sweep(FunctionBench.request(RESIZER, 256, 512), event -> {
            if (event instanceof ProgressEvent.Advance && refusal.get() == null) {
                assertThatThrownBy(() -> bench.sweep(FunctionBench.request(RESIZER, 256), ProgressListener.SILENT))
                        .isInstanceOfSatisfying(AgentctlException.class, refusal::set);
            }
        });

        assertThat(refusal.get().code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(refusal.get()).hasMessageContaining("op-");
        assertUntouched();
    }

    @Test
    void whatIsNotAllowedIsFoundOutBeforeAnythingIsChanged() {
        for (String operation : List.of(
                "UpdateFunctionConfiguration",
                "PublishVersion",
                "CreateAlias",
                "DeleteAlias",
                "DeleteFunction",
                "Invoke")) {
            sandbox.faults().clear();
            sandbox.faults().deny("lambda", operation);

            assertThatThrownBy(() -> bench.sweep(FunctionBench.request(RESIZER, 256), ProgressListener.SILENT))
                    .as(operation)
                    .isInstanceOfSatisfying(AgentctlException.class, fault -> {
                        assertThat(fault.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
                        assertThat(fault).hasMessageContaining("lambda:" + operation);
                    });
            assertUntouched();
            assertThat(bench.journal.newestFirst()).isEmpty();
        }
    }

    @Test
    void throttledCallsAndLostAnswersDoNoHarm() {
        sandbox.faults().throttle(0.1);
        sandbox.faults().loseResponses(0.05);

        try {
            bench.sweep(FunctionBench.request(RESIZER, 256, 512), ProgressListener.SILENT);
        } catch (AgentctlException fault) {
            assertThat(fault.code()).isIn(ErrorCode.THROTTLED, ErrorCode.UNREACHABLE);
        }

        sandbox.faults().clear();
        bench.journal
                .newestFirst()
                .filter(one -> one.state().open())
                .forEach(one -> bench.runner.undo(one.id(), UndoMode.CAREFUL, ProgressListener.SILENT));
        assertUntouched();
    }

    @Test
    void limitsThatNotEvenOneRoundKeepsToAreRefused() {
        SweepRequest some = FunctionBench.request(RESIZER, SIZES);
        assertRefused(withLimits(some, OptionalInt.of(5), OptionalDouble.empty()), "makes 15 invocations");
        assertRefused(
                withLimits(some, OptionalInt.empty(), OptionalDouble.of(0.000001)),
                "the first round alone is expected to cost");
    }

    @Test
    void aFunctionThatIsSwitchedOffIsNotSwept() {
        sandbox.lambda().putFunctionConcurrency(request -> request.functionName(RESIZER.value())
                .reservedConcurrentExecutions(0));

        assertThatThrownBy(() -> bench.planSweep(FunctionBench.request(RESIZER, 256)))
                .hasMessageContaining("may not be invoked: its reserved concurrency is 0");
    }

    private void assertRefused(SweepRequest request, String message) {
        assertThatThrownBy(() -> bench.planSweep(request))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(AgentctlException.class, fault -> assertThat(fault.code())
                        .isEqualTo(ErrorCode.USAGE));
    }

    private static SweepRequest withLimits(SweepRequest request, OptionalInt invocations, OptionalDouble usd) {
        return new SweepRequest(
                request.function(),
                request.memoryMb(),
                request.architectures(),
                request.objective(),
                request.indifferenceZone(),
                request.confidence(),
                invocations,
                usd,
                request.coldShare(),
                request.concurrency());
    }

    private List<String> sandboxCalls(Runnable work) {
        long seen = sandbox.calls().all().size();
        work.run();
        return sandbox.calls().all().stream()
                .skip(seen)
                .map(call -> call.operation())
                .toList();
    }

    private void assertUntouched() {
        assertThat(FunctionBench.everything(sandbox.lambda(), RESIZER)).isEqualTo(before);
    }
}
