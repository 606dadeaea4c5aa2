package io.agentctl.sandbox.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import io.agentctl.sandbox.world.WorldFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** A function whose code is run for real, as whoever invokes it sees it. */
class FunctionCodeIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sandbox sandbox;

    private static World world(String settings) {
        return World.parse(
                """
                functions:
                  - name: real
                    memory: 256
                    timeout: 2s
                    handler: {name: io.agentctl.sandbox.function.TestFunction, jar: target/test-classes}
                    environment: {VARIABLE: set}
                    versions: 2
                    %s
                """
                        .formatted(settings),
                Path.of(""));
    }

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(world(""));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        assertThat(children()).isEmpty();
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(Bootstrap.class.getName()))
                .filter(child -> {
                    child.onExit()
                            .orTimeout(5, TimeUnit.SECONDS)
                            .exceptionally(late -> child)
                            .join();
                    return child.isAlive();
                })
                .toList();
    }

    private InvokeResponse invoke(String payload, String qualifier) {
        return sandbox.lambda().invoke(request -> request.functionName("real")
                .qualifier(qualifier)
                .logType(LogType.TAIL)
                .payload(SdkBytes.fromUtf8String(payload)));
    }

    private InvokeResponse invoke(String payload) {
        return invoke(payload, "$LATEST");
    }

    private static JsonNode json(InvokeResponse response) throws IOException {
        return JSON.readTree(response.payload().asByteArray());
    }

    private static String log(InvokeResponse response) {
        return new String(Base64.getDecoder().decode(response.logResult()), StandardCharsets.UTF_8);
    }

    @Test
    void itsAnswerIsThatOfItsCodeAndItsReportIsMeasured() throws IOException {
        InvokeResponse first = invoke("{}");
        assertThat(json(first).path("invocations").intValue()).isEqualTo(1);
        assertThat(json(first).path("variable").textValue()).isEqualTo("set");
        assertThat(json(first).path("inTime").booleanValue()).isTrue();
        assertThat(json(first).path("secret").textValue())
                .as("of this process's environment it sees nothing")
                .isEqualTo("null");
        assertThat(log(first))
                .contains("START RequestId: " + json(first).path("id").textValue())
                .contains("asked for {}")
                .containsPattern("Max Memory Used: [1-9]\\d+ MB\tInit Duration: [1-9]\\d+\\.\\d\\d ms")
                .doesNotContain("\u001e");

        InvokeResponse second = invoke("{}");
        assertThat(json(second).path("invocations").intValue()).isEqualTo(2);
        assertThat(log(second)).doesNotContain("Init Duration");
    }

    @Test
    void anotherVersionHasTheSameProcessAndTellsItsStart() throws IOException {
        invoke("{}", "1");
        InvokeResponse other = invoke("{}", "2");
        assertThat(json(other).path("invocations").intValue()).isEqualTo(2);
        assertThat(log(other)).contains("Init Duration");
    }

    @Test
    void whatItThrowsIsAFunctionErrorAndTheProcessGoesOn() throws IOException {
        InvokeResponse failed = invoke("\"throw\"");
        assertThat(failed.functionError()).isEqualTo("Unhandled");
        assertThat(json(failed).path("errorType").textValue()).isEqualTo("java.lang.IllegalStateException");
        assertThat(json(failed).path("errorMessage").textValue()).isEqualTo("it is \"broken\"");
        assertThat(log(failed)).contains("at io.agentctl.sandbox.function.TestFunction", "REPORT");
        assertThat(json(invoke("{}")).path("invocations").intValue()).isEqualTo(2);
    }

    @Test
    void aProcessThatExitsOrHasNoMemoryLeftIsReplaced() throws IOException {
        assertThat(json(invoke("\"exit\"")).path("errorMessage").textValue()).contains("exited with status 7");
        assertThat(json(invoke("{}")).path("invocations").intValue()).isEqualTo(1);
        InvokeResponse full = invoke("\"memory\"");
        assertThat(json(full).path("errorType").textValue()).isEqualTo("Runtime.OutOfMemory");
        assertThat(log(full)).contains("Error Type: Runtime.OutOfMemory");
        assertThat(json(invoke("{}")).path("invocations").intValue()).isEqualTo(1);
    }

    @Test
    void whatTakesTooLongIsStopped() throws IOException {
        InvokeResponse late = invoke("\"sleep\"");
        assertThat(json(late).path("errorMessage").textValue()).contains("Task timed out after 2.00 seconds");
        assertThat(log(late)).contains("Duration: 2000.00 ms", "Status: timeout");
    }

    @Test
    void aHandlerThatIsNotThereIsSaid() throws IOException {
        sandbox.load(World.parse(
                """
                functions:
                  - name: real
                    handler: {name: no.such.Handler, jar: target/test-classes}
                """,
                Path.of("")));
        assertThat(json(invoke("{}")).path("errorType").textValue()).isEqualTo("java.lang.ClassNotFoundException");
    }

    @Test
    void aJarThatIsNotThereIsRefusedWithTheWorld() {
        assertThatThrownBy(() -> sandbox.load(
                        World.parse("functions: [{name: real, handler: {name: a.B, jar: missing.jar}}]", Path.of(""))))
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContaining("missing.jar");
    }

    @Test
    void withoutAJarTheFunctionFollowsItsModel() throws IOException {
        sandbox.load(World.parse(
                "functions: [{name: real, handler: {name: a.B}, answer: {fixed: {by: model}}}]", Path.of("")));
        assertThat(json(invoke("{}")).path("by").textValue()).isEqualTo("model");
        assertThat(sandbox.status()).containsEntry("functionsRun", List.of());
    }

    @Test
    void linesInEmbeddedMetricFormatBecomeMetrics() {
        invoke("\"metric\"");

        GetMetricDataResponse read = sandbox.cloudWatch()
                .getMetricData(request -> request.startTime(Instant.now().minusSeconds(300))
                        .endTime(Instant.now().plusSeconds(60))
                        .metricDataQueries(MetricDataQuery.builder()
                                .id("m")
                                .metricStat(stat -> stat.metric(metric ->
                                                metric.namespace("acme/Test").metricName("Asked"))
                                        .period(60)
                                        .stat("Sum"))
                                .build()));

        assertThat(read.metricDataResults().getFirst().values()).containsExactly(7.0);
    }
}
