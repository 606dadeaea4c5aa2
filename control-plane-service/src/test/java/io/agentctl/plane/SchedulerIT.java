package io.agentctl.plane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The leader is killed; another instance begins what is due, each time once and none missed. */
class SchedulerIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEDULES =
            "server: {port: %d}\nschedules: [{name: look, every: 5s, policies: production}]\n";

    @TempDir
    private Path folder;

    @Test
    void anotherInstanceBeginsWhatIsDueOnceTheLeaderIsLost() throws Exception {
        try (PlaneBench bench = new PlaneBench(folder);
                HttpClient client = HttpClient.newHttpClient()) {
            int port = PlaneBench.freePort();
            Process leader = bench.process(port, SCHEDULES.formatted(port));
            await(client, port, "", Duration.ofSeconds(90));
            String lost = get(client, port).path("leader").asText();
            int other =
                    bench.instance(SCHEDULES.formatted(0), new StringWriter()).port();
            assertThat(get(client, other).path("leader").asText()).isEqualTo(lost);

            leader.destroyForcibly().waitFor();
            Instant killed = Instant.now();
            await(client, other, lost, Duration.ofSeconds(60));
            assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofSeconds(30));
            TimeUnit.SECONDS.sleep(6);

            List<String> runs = StreamSupport.stream(
                            JSON.readTree(text(client, other, "/v1/operations"))
                                    .path("operations")
                                    .spliterator(),
                            false)
                    .filter(run -> run.path("useCase").asText().equals("policy.drift"))
                    .map(run -> run.path("askedAt").asText())
                    .toList();
            assertThat(runs).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2);
        }
    }

    /** Waits for a leader other than one, who has begun something. */
    private static void await(HttpClient client, int port, String other, Duration most) throws Exception {
        Instant until = Instant.now().plus(most);
        while (Instant.now().isBefore(until)) {
            try {
                JsonNode now = get(client, port);
                if (!now.path("leader").asText(other).equals(other)
                        && now.path("schedules").path(0).has("lastRun")) {
                    return;
                }
            } catch (ConnectException ignored) {
                // It is about to start.
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no other leader than '" + other + "'");
    }

    private static JsonNode get(HttpClient client, int port) throws Exception {
        return JSON.readTree(text(client, port, "/v1/schedules"));
    }

    private static String text(HttpClient client, int port, String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
