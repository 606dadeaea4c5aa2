package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;

/** The administration of the sandbox over HTTP. */
class AdministrationIT {
    private static final String OTHER_WORLD =
            """
            clusters:
              - name: other
                services:
                  - {name: one, cpu: 256, memory: 512, workload: {pattern: {cpu: 50, memory: 100}}}
            """;

    private final Sandbox sandbox = Sandbox.start(World.defaultWorld(2));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    @AfterEach
    void stop() {
        http.close();
        sandbox.close();
    }

    @Test
    void loadsAnotherWorldAndReturnsToTheDefault() throws Exception {
        send(post("load", OTHER_WORLD));
        assertThat(sandbox.ecs().listClusters().clusterArns())
                .singleElement()
                .asString()
                .endsWith("/other");

        send(post("load?seed=9", "default"));
        assertThat(sandbox.ecs().listClusters())
                .extracting(ListClustersResponse::clusterArns)
                .asString()
                .contains("/agent-runtime");
        assertThat(send(get("status")).path("seed").asLong()).isEqualTo(9);
    }

    @Test
    void setsHowMuchTimeInvocationsTake() throws Exception {
        assertThat(send(post("lambda", "{\"timeScale\": 0.25}"))
                        .path("lambdaTimeScale")
                        .asDouble())
                .isEqualTo(0.25);
        assertThat(answer(post("lambda", "{\"timeScale\": 3}")).statusCode()).isEqualTo(400);
        assertThat(answer(post("lambda", "{}")).body()).contains("timeScale must be a number");
    }

    @Test
    void keepsThePresentWorldWhenTheNewOneIsWrong() throws Exception {
        HttpResponse<String> response = answer(post("load", "clusters:\n  - nam: other\n"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("world:2:5").contains("nam");
        assertThat(sandbox.ecs().listClusters().clusterArns()).hasSize(1);
    }

    @Test
    void movesTheClock() throws Exception {
        JsonNode moved = send(post("clock", "{\"advance\": \"2h\"}"));

        assertThat(moved.path("clockOffsetMillis").asLong())
                .isEqualTo(Duration.ofHours(2).toMillis());
        assertThat(answer(post("clock", "{\"advance\": \"yesterday\"}")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void putsFaultsInForceAndEndsThem() throws Exception {
        JsonNode faults = send(post("faults", "{\"kind\": \"throttle\", \"service\": \"ecs\", \"rate\": 0.25}"));
        assertThat(faults.at("/faults/0/kind").asText()).isEqualTo("throttle");
        assertThat(send(post("faults", "{\"kind\": \"rollout-health-check\", \"service\": \"api\"}"))
                        .at("/rollouts/0/service")
                        .asText())
                .isEqualTo("api");
        assertThat(answer(post("faults", "{\"kind\": \"throttle\", \"rat\": 1}"))
                        .statusCode())
                .isEqualTo(400);

        assertThat(send(request("faults").DELETE()).path("faults")).isEmpty();
    }

    @Test
    void showsTheCallsAndForgetsThem() throws Exception {
        try (EcsClient ecs = Clients.of(EcsClient.builder(), sandbox)) {
            ecs.listClusters();
            ecs.updateService(
                    request -> request.cluster("agent-runtime").service("api").desiredCount(3));
        }
        assertThat(send(get("calls")).path("calls")).hasSize(2);
        JsonNode mutating = send(get("calls?mutating=true")).path("calls");
        assertThat(mutating).hasSize(1);
        assertThat(mutating.at("/0/operation").asText()).isEqualTo("UpdateService");

        send(request("calls").DELETE());
        assertThat(send(get("calls")).path("calls")).isEmpty();
    }

    @Test
    void beginsAnew() throws Exception {
        sandbox.ecs()
                .updateService(request ->
                        request.cluster("agent-runtime").service("api").desiredCount(1));
        sandbox.faults().throttle(1);
        send(post("reset", ""));

        assertThat(sandbox.faults().rules()).isEmpty();
        assertThat(sandbox.ecs()
                        .describeServices(
                                request -> request.cluster("agent-runtime").services("api"))
                        .services()
                        .getFirst()
                        .desiredCount())
                .isEqualTo(4);
    }

    @Test
    void refusesRequestsThatComeFromWebPages() throws Exception {
        HttpResponse<String> response = answer(post("stop", "").header("Origin", "https://example.com"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(send(get("status")).path("port").asInt()).isEqualTo(sandbox.port());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.endpoint() + "/_sandbox/" + path));
    }

    private HttpRequest.Builder get(String path) {
        return request(path);
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = answer(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return mapper.readTree(response.body());
    }
}
