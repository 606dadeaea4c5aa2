package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.fault.FaultRule;
import io.agentctl.sandbox.http.Call;
import io.agentctl.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** The Java SDK's Lambda client against the sandbox, over HTTP. */
class LambdaIT {
    private static final String WORLD =
            """
            lambdaConcurrency: 3
            functions:
              - {name: echo, memory: 256, versions: 2, aliases: {live: 2}, model: {cpu: 1ms, init: 20ms}}
              - {name: slow, timeout: 1s, model: {latency: 5s}}
              - {name: waiting, timeout: 5s, model: {latency: 700ms, noise: 0, init: 0s}}
              - {name: set-aside, reservedConcurrency: 1, model: {latency: 700ms, noise: 0, init: 0s}, timeout: 5s}
              - {name: hungry, memory: 128, model: {memoryUsed: 300}}
              - {name: failing, failureRate: 1}
            """;

    private final Sandbox sandbox = Sandbox.start(World.parse(WORLD, Path.of("")));
    private final LambdaClient lambda = Clients.of(
            LambdaClient.builder().overrideConfiguration(override -> override.retryStrategy(r -> r.maxAttempts(1))),
            sandbox);

    @AfterEach
    void stop() {
        lambda.close();
        sandbox.close();
    }

    @Test
    void answersAndReportsTheFirstInvocationAsAColdStart() {
        InvokeResponse first = invoke("echo:live", "{\"intent\": \"call_reasoning\"}");
        InvokeResponse second = invoke("echo:live", "[]");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.functionError()).isNull();
        assertThat(first.payload().asUtf8String()).isEqualTo("{\"intent\": \"call_reasoning\"}");
        assertThat(first.executedVersion()).isEqualTo("2");
        assertThat(log(first))
                .startsWith("START RequestId: ")
                .containsPattern("REPORT RequestId: [0-9a-f-]{36}\tDuration: \\d+\\.\\d{2} ms\tBilled Duration: \\d+ ms"
                        + "\tMemory Size: 256 MB\tMax Memory Used: 64 MB\tInit Duration: \\d+\\.\\d{2} ms\n");
        assertThat(log(second)).contains("REPORT").doesNotContain("Init Duration");
    }

    @Test
    void anIdleEnvironmentIsTakenAwayAfterAWhile() {
        invoke("echo", "1");
        sandbox.advance(Duration.ofMinutes(11));

        assertThat(log(invoke("echo", "1"))).contains("Init Duration");
    }

    @Test
    void theSameSeedGivesTheSameDurations() {
        String once = log(invoke("echo", "1")).replaceAll("RequestId: [0-9a-f-]+", "");
        sandbox.reset();

        assertThat(log(invoke("echo", "1")).replaceAll("RequestId: [0-9a-f-]+", ""))
                .isEqualTo(once);
    }

    @Test
    void functionErrorsAreAnswersWithAnErrorInThem() {
        InvokeResponse late = invoke("slow", "{}");
        InvokeResponse killed = invoke("hungry", "{}");
        InvokeResponse failed = invoke("failing", "{}");

        assertThat(List.of(late, killed, failed)).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.functionError()).isEqualTo("Unhandled");
        });
        assertThat(late.payload().asUtf8String()).contains("Task timed out after 1.00 seconds");
        assertThat(log(late)).contains("Duration: 1000.00 ms").contains("Status: timeout");
        assertThat(killed.payload().asUtf8String()).contains("Runtime.OutOfMemory");
        assertThat(log(killed)).contains("Memory Size: 128 MB\tMax Memory Used: 128 MB");
        assertThat(failed.payload().asUtf8String()).contains("errorType").contains("errorMessage");
    }

    @Test
    void beyondItsConcurrencyItThrottlesWithTheReason() {
        // Three in the account, one of them set aside for another.
        assertThat(reasons("waiting", 6)).hasSize(4).containsOnly(ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
    }

    @Test
    void aReservationIsALimitOfItsOwn() {
        assertThat(reasons("set-aside", 3))
                .hasSize(2)
                .containsOnly(ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
        assertThat(lambda.getFunction(request -> request.functionName("set-aside"))
                        .concurrency()
                        .reservedConcurrentExecutions())
                .isEqualTo(1);
    }

    private List<ThrottleReason> reasons(String function, int atOnce) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, atOnce)
                    .mapToObj(ignored -> CompletableFuture.supplyAsync(() -> reason(function), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(reason -> reason != ThrottleReason.UNKNOWN_TO_SDK_VERSION)
                    .toList();
        }
    }

    /** Why it was throttled; the unknown reason when it was not. */
    private ThrottleReason reason(String function) {
        try {
            lambda.invoke(request -> request.functionName(function));
            return ThrottleReason.UNKNOWN_TO_SDK_VERSION;
        } catch (TooManyRequestsException e) {
            assertThat(e.statusCode()).isEqualTo(429);
            assertThat(e.retryAfterSeconds()).isNotNull();
            return e.reason();
        }
    }

    @Test
    void eventsAreAcceptedAndDryRunsRunNothing() {
        assertThat(lambda.invoke(request -> request.functionName("echo").invocationType(InvocationType.EVENT))
                        .statusCode())
                .isEqualTo(202);
        assertThat(lambda.invoke(request -> request.functionName("slow").invocationType(InvocationType.DRY_RUN))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void refusesWhatLambdaRefuses() {
        assertThatThrownBy(() -> invoke("ecco", "{}"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function not found: arn:aws:lambda:us-east-1:111122223333:function:ecco");
        assertThatThrownBy(() -> invoke("echo:9", "{}")).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> invoke("echo", "{\"a\": ")).isInstanceOf(InvalidRequestContentException.class);
        assertThatThrownBy(() -> invoke("echo", '"' + "a".repeat(6 * 1024 * 1024) + '"'))
                .isInstanceOf(RequestTooLargeException.class)
                .hasMessageContaining("6291456");
        assertThatThrownBy(() ->
                        lambda.getAlias(request -> request.functionName("echo").name("dead")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void tellsFunctionsVersionsAndAliases() {
        GetFunctionResponse function = lambda.getFunction(
                request -> request.functionName("arn:aws:lambda:us-east-1:111122223333:function:echo:live"));

        assertThat(lambda.listFunctionsPaginator(request -> request.maxItems(4)).functions())
                .extracting(FunctionConfiguration::functionName)
                .containsExactly("echo", "failing", "hungry", "set-aside", "slow", "waiting");
        assertThat(function.configuration().version()).isEqualTo("2");
        assertThat(lambda.getFunctionConfiguration(request -> request.functionName("echo"))
                        .memorySize())
                .isEqualTo(256);
        assertThat(lambda.listVersionsByFunction(request -> request.functionName("echo"))
                        .versions())
                .extracting(FunctionConfiguration::version)
                .containsExactly("$LATEST", "1", "2");
        assertThat(lambda.listAliases(request -> request.functionName("echo")).aliases())
                .extracting(AliasConfiguration::name)
                .containsExactly("live");
        assertThat(lambda.getAlias(request -> request.functionName("echo").name("live"))
                        .functionVersion())
                .isEqualTo("2");
    }

    @Test
    void callsAreLoggedAndBefallenByFaults() {
        sandbox.faults()
                .add(FaultRule.always(FaultKind.THROTTLE).on("lambda", "Invoke").atMost(1));
        sandbox.faults().deny("lambda", "ListFunctions");

        assertThatThrownBy(() -> invoke("echo", "1"))
                .isInstanceOfSatisfying(TooManyRequestsException.class, e -> assertThat(e.reason())
                        .isEqualTo(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED));
        assertThatThrownBy(lambda::listFunctions)
                .isInstanceOfSatisfying(
                        LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(403))
                .hasMessageContaining("lambda:ListFunctions");
        assertThatThrownBy(() -> lambda.listLayers()).hasMessageContaining("does not emulate");
        invoke("echo", "1");
        Call call = sandbox.calls().of("lambda", "Invoke").getLast();
        assertThat(call.resource()).isEqualTo("echo");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.mutating()).isTrue();
    }

    private InvokeResponse invoke(String function, String payload) {
        return lambda.invoke(request ->
                request.functionName(function).logType(LogType.TAIL).payload(SdkBytes.fromUtf8String(payload)));
    }

    private static String log(InvokeResponse response) {
        return new String(Base64.getDecoder().decode(response.logResult()), StandardCharsets.UTF_8);
    }
}
