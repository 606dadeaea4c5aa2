package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.journal.OperationState;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.progress.ProgressEvent;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.remote.identity.PlaneCredentials;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that end while something is carried out for them. */
class LostSessionIT {

    private static final String AUDIENCE = "http://plane.test";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private PlaneBench bench;
    private int port;
    private ControlPlaneService service;
    private final AtomicInteger proofs = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        bench = new PlaneBench(folder);
        port = PlaneBench.freePort();
        service = instance();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private ControlPlaneService instance() {
        return bench.instance(
                """
                server: {port: %d}
                identity: {audience: %s, sts: %s}
                grants:
                  - {to: arn:aws:iam::*:role/sandbox-operator, roles: operator}
                """
                        .formatted(port, AUDIENCE, bench.endpoint()),
                new StringWriter());
    }

    private PlaneCredentials credentials() {
        return new PlaneCredentials(
                URI.create("http://127.0.0.1:" + port),
                () -> {
                    proofs.incrementAndGet();
                    return bench.signed(AUDIENCE);
                },
                Clock.systemUTC());
    }

    private void end(Map<String, String> session) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/session/end"))
                .POST(BodyPublishers.noBody());
        session.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theCallerSignsInAgainAndFollowsWhatWasBegun() throws Exception {
        PlaneCredentials credentials = credentials();
        Plan plan = bench.remote(EcsUseCases.PLAN_REDEPLOYMENT, port, credentials, PATIENCE)
                .run(new Services("main", List.of("quiet")), ProgressListener.SILENT);
        CountDownLatch begun = new CountDownLatch(1);
        Thread restart = Thread.ofVirtual().start(() -> {
            try {
                begun.await();
                end(credentials.headers());
                service.close();
                instance();
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });

        ApplyPlan.Result result = bench.remote(OperationUseCases.APPLY, port, credentials, PATIENCE)
                .run(new ApplyPlan.Request(plan, new Following(true, Duration.ZERO)), new ProgressListener() {
                    @Override
                    public void on(ProgressEvent event) {
                        begun.countDown();
                    }
                });

        restart.join();
        assertThat(result.operations()).singleElement().satisfies(applied -> assertThat(applied.state())
                .isEqualTo(OperationState.SUCCEEDED));
        assertThat(proofs).hasValue(2);
    }

    @Test
    void aSessionThatEndedBetweenTwoCommandsIsRenewed() throws Exception {
        PlaneCredentials credentials = credentials();
        Services quiet = new Services("main", List.of("quiet"));
        bench.remote(EcsUseCases.PLAN_REDEPLOYMENT, port, credentials, PATIENCE).run(quiet, ProgressListener.SILENT);

        end(credentials.headers());

        Plan plan = bench.remote(EcsUseCases.PLAN_REDEPLOYMENT, port, credentials, PATIENCE)
                .run(quiet, ProgressListener.SILENT);
        assertThat(plan.resources()).hasSize(1);
    }
}
