package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.world.World;
import io.agentctl.sandbox.world.WorldFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.SystemLogLevel;

/** Durations that were measured, and how an invocation reports them. */
class LambdaDurationsIT {
    private static final String WORLD =
            """
            lambda: {timeScale: 0.001}
            functions:
              - {name: measured, memory: 512, timeout: 60s, samples: {file: samples.json, memoryNeeded: 200}}
            """;

    private static final String SAMPLES =
            """
            {"function": "measured", "architecture": "arm64", "timeoutSeconds": 900, "sizes": {
              "128": [{"durationMs": 30000.5, "billedDurationMs": 30001, "maxMemoryUsedMB": 120}],
              "512": [{"durationMs": 11381.28, "billedDurationMs": 11427, "maxMemoryUsedMB": 143, "initDurationMs": 45.22}],
              "1024": [{"durationMs": 70000, "billedDurationMs": 70000, "maxMemoryUsedMB": 150}]}}
            """;

    private final ObjectMapper mapper = new ObjectMapper();
    private Sandbox sandbox;
    private LambdaClient lambda;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(directory.resolve("samples.json"), SAMPLES);
        sandbox = Sandbox.start(World.parse(WORLD, directory));
        lambda = Clients.of(LambdaClient.builder(), sandbox);
    }

    @AfterEach
    void stop() {
        lambda.close();
        sandbox.close();
    }

    private void memory(int megabytes) {
        lambda.updateFunctionConfiguration(
                request -> request.functionName("measured").memorySize(megabytes));
        sandbox.advance(Duration.ofSeconds(1));
    }

    private void log(LogFormat format, SystemLogLevel level) {
        lambda.updateFunctionConfiguration(request -> request.functionName("measured")
                .loggingConfig(logging -> logging.logFormat(format).systemLogLevel(level)));
        sandbox.advance(Duration.ofSeconds(1));
    }

    private String invoke() {
        String encoded = lambda.invoke(
                        request -> request.functionName("measured").logType(LogType.TAIL))
                .logResult();
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Test
    void aMeasuredInvocationReportsItsFiguresAndTakesAPartOfTheTime() {
        Instant begun = Instant.now();

        assertThat(invoke())
                .contains(
                        "Duration: 11381.28 ms\tBilled Duration: 11427 ms\tMemory Size: 512 MB\tMax Memory Used: 143 MB"
                                + "\tInit Duration: 45.22 ms");
        assertThat(invoke())
                .as("warm: nothing but the handler is billed")
                .contains("Duration: 11381.28 ms\tBilled Duration: 11382 ms\t")
                .doesNotContain("Init");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void itDiesBelowItsNeedAndRunsIntoItsTimeout() {
        memory(128);
        assertThat(invoke()).contains("Runtime.OutOfMemory").contains("Max Memory Used: 128 MB");
        memory(1024);
        assertThat(invoke()).contains("Duration: 60000.00 ms").contains("Status: timeout");
        memory(724);
        assertThat(invoke()).containsPattern("\tDuration: 4\\d{4}\\.\\d{2} ms|\tDuration: 4\\d{4}");
    }

    @Test
    void inTheJsonFormatTheReportIsAnEventAmongOthers() throws IOException {
        log(LogFormat.JSON, SystemLogLevel.INFO);
        List<String> lines = invoke().lines().toList();
        JsonNode report = mapper.readTree(lines.getLast());

        assertThat(lines).hasSize(3).allSatisfy(line -> mapper.readTree(line));
        assertThat(report.path("type").asText()).isEqualTo("platform.report");
        assertThat(report.at("/record/metrics/durationMs").asDouble()).isEqualTo(11381.28);
        assertThat(report.at("/record/metrics/billedDurationMs").asLong()).isEqualTo(11427);
        assertThat(report.at("/record/metrics/memorySizeMB").asInt()).isEqualTo(512);
        assertThat(report.at("/record/metrics/maxMemoryUsedMB").asInt()).isEqualTo(143);
        assertThat(report.at("/record/metrics/initDurationMs").asDouble()).isEqualTo(45.22);
    }

    @Test
    void atTheLevelWarnThereIsNoReport() {
        log(LogFormat.JSON, SystemLogLevel.WARN);

        assertThat(invoke()).doesNotContain("platform.").contains("\"level\":\"INFO\"");
    }

    @Test
    void anAdministratorSetsHowMuchTimeInvocationsTake() {
        sandbox.lambdaTimeScale(0);

        assertThat(sandbox.status()).containsEntry("lambdaTimeScale", 0.0);
        assertThatThrownBy(() -> sandbox.lambdaTimeScale(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void samplesThatCannotBeUsedAreRefusedByName() throws IOException {
        Files.writeString(directory.resolve("samples.json"), "{\"sizes\": {\"128\": [{\"durationMs\": -1}]}}");
        assertThatThrownBy(() -> sandbox.load(World.parse(WORLD, directory)))
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining("samples.json");
        assertThatThrownBy(() -> sandbox.load(World.parse(WORLD.replace("samples.json", "none.json"), directory)))
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining("none.json: cannot be read");
    }
}
