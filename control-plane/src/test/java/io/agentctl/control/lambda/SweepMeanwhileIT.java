package io.agentctl.control.lambda;

import static io.agentctl.control.lambda.FunctionBench.RESIZER;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.journal.UndoMode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;

/**
 * Somebody deploys a function while it is swept, before each of the sweep's calls in turn: what they set stays set, and
 * nothing of the sweep does.
 */
class SweepMeanwhileIT {

    private static final int THEIR_TIMEOUT = 77;
    private static final int THEIR_MEMORY = 2_048;
    private static final int FEWEST_CALLS = 60;
    private static final int STRIDE = 4;

    @TempDir
    private Path folder;

    /** Before every fourth call; the extended run takes them all. */
    @Test
    void anotherSettingIsNotOverwritten() throws Exception {
        anotherSetting(STRIDE);
    }

    @Test
    @Tag("extended")
    void anotherSettingIsNeverOverwritten() throws Exception {
        anotherSetting(1);
    }

    private void anotherSetting(int stride) throws Exception {
        before(
                stride,
                lambda -> lambda.updateFunctionConfiguration(
                        request -> request.functionName(RESIZER.value()).timeout(THEIR_TIMEOUT)),
                (now, where) -> {
                    assertThat(now.timeout()).as(where).isEqualTo(THEIR_TIMEOUT);
                    assertThat(now.memorySize()).as(where).isEqualTo(512);
                });
    }

    @Test
    @Tag("extended")
    void anotherSizeIsNeverOverwritten() throws Exception {
        before(
                1,
                lambda -> lambda.updateFunctionConfiguration(
                        request -> request.functionName(RESIZER.value()).memorySize(THEIR_MEMORY)),
                (now, where) -> assertThat(now.memorySize()).as(where).isEqualTo(THEIR_MEMORY));
    }

    private interface Change {
        void by(LambdaClient lambda);
    }

    private interface Check {
        void check(GetFunctionConfigurationResponse now, String where);
    }

    private void before(int stride, Change change, Check check) throws Exception {
        try (Sandbox sandbox = Sandbox.start(FunctionBench.WORLD)) {
            int call = 1;
            while (true) {
                sandbox.reset();
                String where = "before call " + call;
                if (sweep(sandbox, call, change, where) < call) {
                    // it ended before the change: how many calls there are depends on how often it looks whether
                    // something is ready
                    assertThat(call).isGreaterThan(FEWEST_CALLS);
                    return;
                }
                call += stride;
                check.check(
                        sandbox.lambda().getFunctionConfiguration(request -> request.functionName(RESIZER.value())),
                        where);
                assertThat(sandbox.lambda()
                                .listAliases(request -> request.functionName(RESIZER.value()))
                                .aliases())
                        .as(where)
                        .extracting(alias -> alias.name())
                        .containsExactly("live");
                assertThat(sandbox.lambda()
                                .listVersionsByFunction(request -> request.functionName(RESIZER.value()))
                                .versions())
                        .as(where)
                        .extracting(version -> version.version())
                        .containsExactly("$LATEST", "1");
            }
        }
    }

    /** Sweeps, with the change made before one of the calls; gives the number of calls made. */
    private int sweep(Sandbox sandbox, int changeBefore, Change change, String where) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        ExecutionInterceptor meddler = new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                if (calls.incrementAndGet() == changeBefore) {
                    insist(() -> change.by(sandbox.lambda()));
                }
            }
        };
        Path journal = Files.createTempDirectory(folder, "journal");
        try (FunctionBench bench =
                new FunctionBench(sandbox.endpoint(), journal, List.of(meddler), UnaryOperator.identity())) {
            try {
                bench.sweep(FunctionBench.request(RESIZER, 256, 1024), ProgressListener.SILENT);
            } catch (AgentctlException fault) {
                assertThat(fault.code())
                        .as(where + ": " + fault.getMessage())
                        .isIn(ErrorCode.CONFLICT, ErrorCode.STALE_PLAN);
            }
            for (Operation left : bench.journal.newestFirst().toList()) {
                assertThat(left.state().open())
                        .as(where + ": " + left.failure())
                        .isFalse();
                if (left.state() == OperationState.SUCCEEDED || left.state() == OperationState.UNVERIFIED) {
                    bench.runner.undo(left.id(), UndoMode.CAREFUL, ProgressListener.SILENT);
                }
            }
        }
        return calls.get();
    }

    /** Somebody who deploys tries again while an update is in progress. */
    private static void insist(Runnable change) {
        for (int attempt = 0; attempt < 200; attempt++) {
            try {
                change.run();
                return;
            } catch (ResourceConflictException inProgress) {
                pause();
            }
        }
        throw new IllegalStateException("an update never ended");
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
