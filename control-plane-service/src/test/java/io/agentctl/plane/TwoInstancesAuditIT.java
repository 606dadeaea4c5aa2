package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.audit.AuditEntry;
import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.audit.AuditReader;
import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.progress.ProgressListener;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances under 32 clients, who ask for each change at both with one key: each runs once, on each service one
 * changes something, and all of it is in the audit log from its beginning to its end.
 */
class TwoInstancesAuditIT {

    private static final int CLIENTS = 32;
    private static final String ACTOR = "token:operator";

    @TempDir
    private Path folder;

    @Test
    void nothingIsDoneTwiceAndTheAuditIsComplete() throws Exception {
        try (PlaneBench bench = new PlaneBench(folder);
                HttpClient http = HttpClient.newHttpClient();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Path tokens = Files.writeString(
                    folder.resolve("tokens.yaml"),
                    "tokens: [{name: operator, sha256: %s, roles: operator, expires: 2100-01-01T00:00:00Z}]\n"
                            .formatted(TeamBench.sha256(TeamBench.token("operator"))));
            String configuration =
                    """
                    server: {port: 0}
                    limits: {rate: 1000, burst: 1000}
                    identity: {audience: http://plane.test, tokens: %s}
                    """
                            .formatted(tokens);
            List<Integer> ports = List.of(
                    bench.instance(configuration, new StringWriter()).port(),
                    bench.instance(configuration, new StringWriter()).port());
            Cloud cloud = bench.cloud();
            List<String> plans = List.of(plan(cloud, "busy"), plan(cloud, "calm"));

            List<Future<String>> asked = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> clients.submit(() -> over(
                            http, ports.get(client % 2), "key-" + client / 2, plans.get(client / 2 % plans.size()))))
                    .toList();
            List<String> answered = new ArrayList<>();
            for (Future<String> each : asked) {
                answered.add(each.get());
            }

            Set<String> runs = new HashSet<>(answered);
            assertThat(runs).as("one for each key").hasSize(CLIENTS / 2);
            assertThat(cloud.operations().journal().newestFirst())
                    .extracting(operation -> operation.resource().name())
                    .as("one changes something on each service")
                    .containsExactlyInAnyOrder("main/busy", "main/calm");
            assertThat(operations(cloud, AuditEvent.ALLOWED)).as("let").hasSameElementsAs(runs);
            assertThat(operations(cloud, AuditEvent.SUCCEEDED, AuditEvent.FAILED))
                    .as("ended, each once")
                    .containsExactlyInAnyOrderElementsOf(runs);
            assertThat(operations(cloud, AuditEvent.SUCCEEDED)).hasSize(2);
        }
    }

    private static String plan(Cloud cloud, String service) {
        return RecordTree.of(new ApplyPlan.Request(
                        EcsUseCases.PLAN_REDEPLOYMENT
                                .at(cloud)
                                .run(new Services("main", List.of(service)), ProgressListener.SILENT),
                        new Following(true, Duration.ZERO)))
                .toString();
    }

    /** The id of what was asked for, once it is over. */
    private static String over(HttpClient http, int port, String key, String plan) throws Exception {
        URI operations = URI.create("http://127.0.0.1:" + port + "/v1/operations");
        HttpRequest.Builder request = HttpRequest.newBuilder(operations)
                .header("Authorization", "Bearer " + TeamBench.token("operator"))
                .header("Content-Type", "application/json");
        HttpRequest asking = request.copy()
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(TeamBench.asking("plan.apply", plan)))
                .build();
        String id = JsonText.read(
                        "run", http.send(asking, BodyHandlers.ofString()).body())
                .path("id")
                .asText();
        HttpRequest looking =
                request.copy().uri(URI.create(operations + "/" + id)).build();
        while (true) {
            JsonNode run = JsonText.read(
                    "run", http.send(looking, BodyHandlers.ofString()).body());
            if (List.of("succeeded", "failed").contains(run.path("state").asText())) {
                return id;
            }
            Thread.sleep(100);
        }
    }

    /** What entries are about; an end is written a moment after callers can see it. */
    private static List<String> operations(Cloud cloud, AuditEvent... events) throws InterruptedException {
        List<String> found = List.of();
        for (int look = 0; look < 20 && found.size() < CLIENTS / 2; look++) {
            Thread.sleep(100);
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            found = Stream.of(today, today.minusDays(1))
                    .flatMap(day -> cloud.stores().auditLog().newestFirst(day, ""))
                    .map(AuditReader.Placed::entry)
                    .filter(entry -> entry.actor().equals(ACTOR))
                    .filter(entry -> List.of(events).contains(entry.event()))
                    .map(AuditEntry::operation)
                    .map(operation -> operation.orElseThrow())
                    .toList();
        }
        return found;
    }
}
