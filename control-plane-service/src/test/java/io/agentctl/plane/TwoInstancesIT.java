package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.apply.Following;
import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.catalogue.PlaceUseCases;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.Manner;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.remote.RunRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one place: what one carries out, the other one follows and stops; nothing is done twice. */
class TwoInstancesIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static PlaneBench bench;
    private static int one;
    private static int other;

    @BeforeAll
    static void start() throws Exception {
        bench = new PlaneBench(folder);
        one = bench.instance(0).port();
        other = bench.instance(0).port();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        bench.close();
    }

    private static ApplyPlan.Request redeployment(Cloud cloud, String service) {
        Plan plan = EcsUseCases.PLAN_REDEPLOYMENT
                .at(cloud)
                .run(new Services("main", List.of(service)), ProgressListener.SILENT);
        return new ApplyPlan.Request(plan, new Following(true, Duration.ZERO));
    }

    private static String begun(int port, ApplyPlan.Request request) throws Exception {
        String body = JsonText.write(RecordTree.of(new RunRequest(
                RecordTree.SCHEMA_VERSION, OperationUseCases.APPLY.name(), RecordTree.of(request), Manner.USUAL)));
        return JsonText.read("run", post(port, "/v1/operations", body))
                .path("id")
                .asText();
    }

    private static String post(int port, String path, String body) throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    /** The events that are heard until the end, or until so many were. */
    private static List<String> events(int port, String id, String seen, int most) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1/operations/" + id + "/events"))
                .header("Last-Event-ID", seen)
                .build();
        try (Stream<String> lines = CLIENT.send(request, BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> line.startsWith("id: ") || line.equals("event: turned"))
                    .map(line -> line.replace("id: ", ""))
                    .limit(most)
                    .toList();
        }
    }

    @Test
    void whoIsCutOffGoesOnElsewhereAndHearsEachEventOnceAndTheEndLast() throws Exception {
        String id = begun(one, redeployment(bench.cloud(), "idle"));

        List<String> heard = new ArrayList<>(events(one, id, "0", 2));
        assertThat(heard).hasSize(2);
        heard.addAll(events(other, id, heard.getLast(), Integer.MAX_VALUE));

        assertThat(heard.getLast()).isEqualTo("event: turned");
        List<String> whole = events(one, id, "0", Integer.MAX_VALUE);
        assertThat(heard).doesNotHaveDuplicates().containsSubsequence(events(other, id, "0", Integer.MAX_VALUE));
        assertThat(heard.subList(0, heard.size() - 1))
                .isSubsetOf(Stream.concat(heard.subList(0, 2).stream(), whole.stream())
                        .toList());
        assertThat(followers(one)).isEqualTo("0.0");
    }

    private static String followers(int port) throws Exception {
        for (int wait = 0; ; wait++) {
            String now = CLIENT.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("agentctl_followers "))
                    .findFirst()
                    .orElseThrow()
                    .replace("agentctl_followers ", "");
            if (now.equals("0.0") || wait == 300) {
                return now;
            }
            Thread.sleep(100);
        }
    }

    @Test
    void aRunIsStoppedFromAnotherInstance() throws Exception {
        String id = begun(one, redeployment(bench.cloud(), "quiet"));
        events(one, id, "0", 1);

        post(other, "/v1/operations/" + id + "/cancel", "{}");

        List<String> heard = events(other, id, "0", Integer.MAX_VALUE);
        assertThat(heard.getLast()).isEqualTo("event: turned");
    }

    @Test
    void manyClientsAtOnceDoNothingTwice() throws Exception {
        Cloud cloud = bench.cloud();
        Instant begun = cloud.clock().instant();
        List<ApplyPlan.Request> plans = List.of(redeployment(cloud, "busy"), redeployment(cloud, "calm"));
        List<Future<String>> outcomes;
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = IntStream.range(0, 32)
                    .mapToObj(client -> clients.submit(() -> outcome(client, plans)))
                    .toList();
        }
        List<String> told = new ArrayList<>();
        for (Future<String> each : outcomes) {
            told.add(each.get());
        }

        assertThat(told.stream().filter("looked"::equals)).hasSize(16);
        assertThat(told.stream().filter("changed"::equals)).hasSize(2);
        assertThat(told.stream().filter(text -> text.startsWith("refused"))).hasSize(14);
        assertThat(cloud.operations()
                        .journal()
                        .newestFirst()
                        .filter(operation -> !operation.startedAt().isBefore(begun))
                        .map(Operation::resource)
                        .map(resource -> resource.name()))
                .filteredOn(name -> name.endsWith("busy") || name.endsWith("calm"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    private static String outcome(int client, List<ApplyPlan.Request> plans) {
        int port = client % 4 < 2 ? one : other;
        if (client % 2 == 0) {
            bench.remote(PlaceUseCases.HERE, port).run(new PlaceUseCases.Asking(), ProgressListener.SILENT);
            return "looked";
        }
        AgentctlException refused =
                catchThrowableOfType(AgentctlException.class, () -> bench.remote(OperationUseCases.APPLY, port)
                        .run(plans.get(client / 4 % 2), ProgressListener.SILENT));
        if (refused == null) {
            return "changed";
        }
        assertThat(refused.code()).as(refused.getMessage()).isIn(ErrorCode.CONFLICT, ErrorCode.STALE_PLAN);
        return "refused: " + refused.getMessage();
    }

    @Test
    void aControlPlaneThatIsAwayIsUnreachableAndOneThatGoesAwayLeavesTheRunRunning() throws Exception {
        AgentctlException away = catchThrowableOfType(AgentctlException.class, () -> bench.remote(
                        PlaceUseCases.HERE, PlaneBench.freePort(), Duration.ofSeconds(1))
                .run(new PlaceUseCases.Asking(), ProgressListener.SILENT));
        assertThat(away.code()).isEqualTo(ErrorCode.UNREACHABLE);

        ControlPlaneService leaving = bench.instance(0);
        ApplyPlan.Request plan = redeployment(bench.cloud(), "leaving");
        AgentctlException gone = catchThrowableOfType(AgentctlException.class, () -> bench.remote(
                        OperationUseCases.APPLY, leaving.port(), Duration.ofSeconds(1))
                .run(plan, event -> leaving.close()));
        assertThat(gone.code()).as(gone.getMessage()).isEqualTo(ErrorCode.STILL_RUNNING);
        assertThat(gone.code().exitCode()).isEqualTo(5);
    }
}
