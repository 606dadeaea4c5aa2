package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a runtime stops. */
class DrainIT {

    private static final String REQUEST = "{\"intent\":\"anything\"}";

    @TempDir
    Path folder;

    @Test
    void itSaysSoFirstAndGoesOnAnsweringForAWhile() throws InterruptedException {
        TestRuntime runtime = TestRuntime.start(folder, "", "notice: 1s");
        assertThat(runtime.dispatch(REQUEST).statusCode()).isEqualTo(200);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(runtime::close);
        GovernanceIT.await(() -> runtime.get("/health/ready").statusCode() == 503);
        assertThat(runtime.dispatch(REQUEST).statusCode()).isEqualTo(200);
        assertThat(runtime.dispatch(REQUEST)
                        .headers()
                        .firstValue("Connection")
                        .map(text -> text.toLowerCase(java.util.Locale.ROOT)))
                .hasValue("close");
        closed.join();
    }

    @Test
    void whatIsUnderWayIsFinished() throws InterruptedException {
        try (SlowBackend backend = SlowBackend.start(Duration.ofMillis(800))) {
            TestRuntime runtime = TestRuntime.start(
                    folder,
                    """
                    backends: {slow: {target: "%s"}}
                    routes: {"*": slow}
                    """
                            .formatted(backend.url()));
            List<CompletableFuture<Integer>> answers = List.of(
                    CompletableFuture.supplyAsync(
                            () -> runtime.dispatch(REQUEST).statusCode()),
                    CompletableFuture.supplyAsync(
                            () -> runtime.dispatch(REQUEST).statusCode()));
            GovernanceIT.await(() -> backend.calls() == 2);
            runtime.close();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        }
    }
}
