package io.agentctl.control.lambda;

import static io.agentctl.control.lambda.FunctionBench.BROKEN;
import static io.agentctl.control.lambda.FunctionBench.RESIZER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.journal.OperationState;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.race.VerdictWord;
import io.agentctl.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions are swept, and are afterwards as they were. */
class SweepStoriesIT {

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
    void theCheapestSizeIsFoundAndNothingIsLeftBehind() {
        String before = FunctionBench.everything(sandbox.lambda(), RESIZER);

        SweepReport report =
                bench.sweep(FunctionBench.request(RESIZER, 128, 256, 512, 1769, 3008), event -> System.err.println(event));
        System.err.println(report);

        assertThat(FunctionBench.everything(sandbox.lambda(), RESIZER)).isEqualTo(before);
    }
}
