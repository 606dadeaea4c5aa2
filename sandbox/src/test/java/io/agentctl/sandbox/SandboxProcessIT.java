package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged sandbox as a process of its own. */
class SandboxProcessIT {
    private static final Path JAR = Path.of("target", "agentctl-sandbox.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
        http.close();
    }

    @Test
    void saysWhereItIsAndStopsCleanlyWhenItIsTerminated() throws Exception {
        Process process = launch("--seed", "5");
        JsonNode state = awaitState();

        assertThat(state.path("pid").asLong()).isEqualTo(process.pid());
        assertThat(state.path("seed").asLong()).isEqualTo(5);
        assertThat(get(state, "status").path("endpoint").asText())
                .isEqualTo(state.path("endpoint").asText());

        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.resolve("sandbox.json")).doesNotExist();
        assertThat(output()).isEmpty();
    }

    @Test
    void stopsOnRequestAndNotesAMovedClock() throws Exception {
        Process process = launch();
        JsonNode state = awaitState();

        post(state, "clock", "{\"advance\": \"90m\"}");
        assertThat(awaitState().path("clockOffsetMillis").asLong())
                .isEqualTo(Duration.ofMinutes(90).toMillis());
        post(state, "stop", "");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void refusesAWorldItDoesNotUnderstandWithThePlace() throws Exception {
        Path world = directory.resolve("world.yaml");
        Files.writeString(world, "history: 14d\ncluster: []\n");
        Process process = launch("--world", world.toString());

        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(78);
        assertThat(output()).contains("world.yaml:2:1:").contains("unknown key \"cluster\"");
    }

    private Process launch(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "--state-dir",
                directory.toString()));
        command.addAll(List.of(more));
        File output = directory.resolve("output").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        processes.add(process);
        return process;
    }

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }

    private JsonNode awaitState() throws Exception {
        Path file = directory.resolve("sandbox.json");
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(file)) {
            assertThat(Instant.now())
                    .as("state file in time; output: %s", output())
                    .isBefore(deadline);
            assertThat(processes).as("alive; output: %s", output()).allMatch(Process::isAlive);
            Thread.sleep(50);
        }
        return mapper.readTree(Files.readString(file));
    }

    private JsonNode get(JsonNode state, String path) throws Exception {
        return mapper.readTree(
                http.send(HttpRequest.newBuilder(admin(state, path)).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private void post(JsonNode state, String path, String body) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(admin(state, path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static URI admin(JsonNode state, String path) {
        return URI.create(state.path("endpoint").asText() + "/_sandbox/" + path);
    }
}
