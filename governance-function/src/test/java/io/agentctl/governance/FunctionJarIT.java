package io.agentctl.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.runtime.NamedFiles;
import io.agentctl.runtime.RuntimeService;
import io.agentctl.runtime.configuration.ConfigurationReader;
import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.SandboxOptions;
import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.fault.FaultRule;
import io.agentctl.sandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** The jar as it is given to Lambda, run by a sandbox: invoked, and asked by a runtime. */
class FunctionJarIT {

    private static final Path JAR = Path.of("target/agentctl-governance-function.jar");
    private static final String ENVIRONMENT = "development";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Sandbox sandbox;
    private static Operator operator;
    private static LambdaClient lambda;

    @BeforeAll
    static void start() {
        // The runtime finds credentials where the SDK looks for them first.
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        sandbox = Sandbox.start(
                World.defaultWorld(1), SandboxOptions.usual().withFunctionJar(Optional.of(JAR.toAbsolutePath())));
        operator = new Operator(sandbox.endpoint());
        lambda = Operator.client(LambdaClient.builder(), sandbox.endpoint());
    }

    @AfterAll
    static void stop() {
        lambda.close();
        sandbox.close();
    }

    private static InvokeResponse invoke(String payload) {
        return lambda.invoke(request -> request.functionName("agent-runtime-governance")
                .qualifier("live")
                .logType(LogType.TAIL)
                .payload(SdkBytes.fromUtf8String(payload)));
    }

    private static JsonNode tokens(int tokens) throws IOException {
        return JSON.readTree(invoke("{\"intent\":\"call\",\"context\":{\"max_tokens\":%d}}".formatted(tokens))
                .payload()
                .asByteArray());
    }

    @Test
    void theSandboxRunsItWhenItIsInvoked() throws IOException, InterruptedException {
        long generation = operator.enforce(ENVIRONMENT, Operator.cap(100));
        Thread.sleep(600);
        InvokeResponse response = invoke("{\"intent\":\"call\",\"context\":{\"prompt\":\"so forbidden\"}}");
        JsonNode denied = JSON.readTree(response.payload().asByteArray());
        String log = new String(Base64.getDecoder().decode(response.logResult()), StandardCharsets.UTF_8);

        assertThat(response.functionError()).isNull();
        assertThat(denied.path("status").intValue()).as(denied + log).isEqualTo(403);
        assertThat(denied.path("generation").longValue()).isEqualTo(generation);
        assertThat(log)
                .contains(
                        "\"log\":\"decision\"", "\"id\":\"" + denied.path("id").textValue(), "REPORT RequestId")
                .doesNotContain("so forbidden", "WARNING");
        assertThat(tokens(50).path("status").intValue()).isEqualTo(200);

        operator.enforce(ENVIRONMENT, Operator.cap(10));
        Thread.sleep(600);
        assertThat(tokens(50).path("rule").textValue()).isEqualTo("cap");
        assertThat(JSON.readTree(invoke("[]").payload().asByteArray())
                        .path("status")
                        .intValue())
                .isEqualTo(400);
        assertThat(sandbox.status()).containsEntry("functionsRun", List.of("agent-runtime-governance"));
    }

    @Test
    void aRuntimeAsksItAndLetsNothingThroughWithoutIt() throws IOException, InterruptedException {
        operator.enforce(ENVIRONMENT, Operator.cap(100));
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        String configuration =
                """
                server: {port: 0, notice: 0ms}
                governance: {function: "agent-runtime-governance:live", timeout: 20s, slowCall: 20s}
                aws: {region: us-east-1, endpoint: "%s"}
                telemetry: {decisionLog: all}
                """
                        .formatted(sandbox.endpoint());
        try (RuntimeService runtime =
                RuntimeService.start(ConfigurationReader.read("runtime.yaml", configuration), NamedFiles.NONE, log)) {
            Thread.sleep(600);
            HttpResponse<String> denied = dispatch(runtime, "{\"max_tokens\":150,\"prompt\":\"forbidden secret\"}");
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.body()).contains("\"rule\":\"cap\"", "at most 100 tokens");
            HttpResponse<String> allowed = dispatch(runtime, "{\"max_tokens\":50}");
            assertThat(allowed.statusCode()).isEqualTo(200);
            assertThat(allowed.body()).contains("\"effect\":\"allow\"", "\"result\":{\"max_tokens\":50}");
            assertThat(get(runtime, "/health").body()).contains("\"name\":\"governance\"", "\"circuit\":\"closed\"");

            sandbox.faults().add(FaultRule.always(FaultKind.SERVER_ERROR).on("lambda", "Invoke"));
            HttpResponse<String> undecided = dispatch(runtime, "{\"max_tokens\":50}");
            assertThat(undecided.statusCode()).isEqualTo(503);
            assertThat(undecided.body())
                    .contains("problems/governance-unavailable")
                    .doesNotContain("decisionId");
            assertThat(undecided.headers().firstValue("Retry-After")).isPresent();
            assertThat(get(runtime, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(runtime, "/health").body()).contains("\"lastError\":");
            sandbox.faults().clear();
            assertThat(dispatch(runtime, "{\"max_tokens\":50}").statusCode()).isEqualTo(200);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"log\":\"decision\"", "\"rule\":\"token-cap@")
                .doesNotContain("secret");
    }

    private static HttpResponse<String> dispatch(RuntimeService runtime, String context)
            throws IOException, InterruptedException {
        return send(request(runtime, "/dispatch")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"intent\":\"call\",\"context\":" + context + "}")));
    }

    private static HttpResponse<String> get(RuntimeService runtime, String path)
            throws IOException, InterruptedException {
        return send(request(runtime, path));
    }

    private static HttpRequest.Builder request(RuntimeService runtime, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + runtime.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
