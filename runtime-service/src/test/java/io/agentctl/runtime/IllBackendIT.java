package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A back end that never answers, as callers of it and of others see it. */
class IllBackendIT {

    private static final String ILL = "{\"intent\":\"call_slow\"}";
    private static final String WELL = "{\"intent\":\"call_well\"}";
    private static final Duration TIMEOUT = Duration.ofMillis(1500);

    @TempDir
    Path folder;

    @Test
    void whileOneHangsOtherIntentsAreAsEver() throws InterruptedException {
        try (SlowBackend backend = SlowBackend.start(Duration.ofMinutes(1));
                TestRuntime runtime = runtime(backend);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            runtime.dispatch(WELL);
            List<CompletableFuture<HttpResponse<String>>> hanging = new ArrayList<>();
            for (int caller = 0; caller < 100; caller++) {
                hanging.add(CompletableFuture.supplyAsync(() -> runtime.dispatch(ILL), callers));
            }
            GovernanceIT.await(() -> backend.calls() == 8);

            long began = System.nanoTime();
            for (int call = 0; call < 50; call++) {
                assertThat(runtime.dispatch(WELL).statusCode()).isEqualTo(200);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TIMEOUT);
            assertThat(hanging)
                    .allSatisfy(one -> assertThat(one.join().statusCode()).isIn(503, 504));
            assertThat(hanging)
                    .filteredOn(one -> one.join().statusCode() == 503)
                    .hasSizeGreaterThanOrEqualTo(92)
                    .allSatisfy(one -> assertThat(one.join().headers().firstValue("Retry-After"))
                            .isPresent());
            HttpResponse<String> later = runtime.dispatch(ILL);
            assertThat(later.statusCode()).isEqualTo(503);
            assertThat(later.body()).contains("\"reason\":\"circuit_open\"");
            assertThat(runtime.get("/health").body()).contains("\"name\":\"slow\",\"circuit\":\"open\"");
            assertThat(runtime.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(runtime.dispatch(WELL).statusCode()).isEqualTo(200);
        }
    }

    /** Fewer callers are let in than hang, so that a place that a hanging call took would be missed. */
    private TestRuntime runtime(SlowBackend backend) {
        return TestRuntime.start(
                folder,
                """
                limits: {concurrency: 12, queue: 100, queueWait: 1s}
                backends:
                  slow: {target: "%s", timeout: %dms, bulkhead: 8, retries: 0, minimumCalls: 5}
                  echo: {target: "echo:"}
                routes: {call_slow: slow, call_well: echo}
                """
                        .formatted(backend.url(), TIMEOUT.toMillis()));
    }
}
