package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** The sandbox plays Lambda, with the revisions, conflicts and delays of the real one. */
class LambdaChangesIT implements LambdaContract {
    private static final String FRESH = "fresh";
    private static final String WORLD =
            """
            lambda: {updating: 200ms, timeScale: 0}
            functions:
              - {name: fresh, memory: 256, environment: {MODE: fast}}
            """;

    private final Sandbox sandbox = Sandbox.start(World.parse(WORLD, Path.of("")));
    private final LambdaClient lambda = client(sandbox);

    private static LambdaClient client(Sandbox sandbox) {
        return Clients.of(
                LambdaClient.builder().overrideConfiguration(override -> override.retryStrategy(r -> r.maxAttempts(1))),
                sandbox);
    }

    @Override
    public LambdaClient lambda() {
        return lambda;
    }

    @Override
    public String function() {
        return FRESH;
    }

    @AfterEach
    void stop() {
        lambda.close();
        sandbox.close();
    }

    private GetFunctionConfigurationResponse latest() {
        return lambda.getFunctionConfiguration(request -> request.functionName(FRESH));
    }

    private void memory(int megabytes) {
        lambda.updateFunctionConfiguration(
                request -> request.functionName(FRESH).memorySize(megabytes).revisionId(latest().revisionId()));
        sandbox.advance(Duration.ofSeconds(1));
    }

    private PublishVersionResponse publish() {
        PublishVersionResponse version = lambda.publishVersion(request -> request.functionName(FRESH));
        sandbox.advance(Duration.ofSeconds(1));
        return version;
    }

    @Test
    void aRevisionThatIsNoLongerTheLatestIsRefused() {
        String revision = latest().revisionId();
        memory(512);

        assertThatThrownBy(() -> lambda.updateFunctionConfiguration(
                        request -> request.functionName(FRESH).memorySize(1024).revisionId(revision)))
                .isInstanceOfSatisfying(PreconditionFailedException.class, e -> assertThat(e.statusCode())
                        .isEqualTo(412))
                .hasMessageContaining("does not match the latest Revision Id");
        assertThatThrownBy(() -> lambda.publishVersion(
                        request -> request.functionName(FRESH).revisionId(revision)))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(latest().memorySize()).isEqualTo(512);
    }

    @Test
    void anUpdateIsInProgressForAWhileAndNothingElseCanBeDoneMeanwhile() {
        String revision = lambda.updateFunctionConfiguration(
                        request -> request.functionName(FRESH).memorySize(512))
                .revisionId();
        assertThat(latest().lastUpdateStatus()).isEqualTo(LastUpdateStatus.IN_PROGRESS);
        assertThatThrownBy(() -> lambda.updateFunctionConfiguration(
                        request -> request.functionName(FRESH).memorySize(1024)))
                .isInstanceOfSatisfying(ResourceConflictException.class, e -> assertThat(e.statusCode())
                        .isEqualTo(409))
                .hasMessageContaining("An update is in progress");
        assertThatThrownBy(() -> lambda.publishVersion(request -> request.functionName(FRESH)))
                .isInstanceOf(ResourceConflictException.class);
        assertThat(lambda.invoke(request -> request.functionName(FRESH)).functionError())
                .isNull();

        lambda.waiter()
                .waitUntilFunctionUpdatedV2(
                        request -> request.functionName(FRESH),
                        override -> override.backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(50))));

        assertThat(latest().lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
        assertThat(latest().revisionId()).as("it changes once more at the end").isNotEqualTo(revision);
    }

    @Test
    void memoryOutsideWhatLambdaHasIsRefused() {
        for (int megabytes : new int[] {127, 10_241}) {
            assertThatThrownBy(() -> lambda.updateFunctionConfiguration(
                            request -> request.functionName(FRESH).memorySize(megabytes)))
                    .isInstanceOf(InvalidParameterValueException.class)
                    .hasMessageContaining("MemorySize");
        }
    }

    @Test
    void publishingDoesNothingWhenNothingChanged() {
        String before = latest().revisionId();
        PublishVersionResponse first = publish();
        assertThat(latest().revisionId())
                .as("publishing is a revision of its own")
                .isNotEqualTo(before);
        String after = latest().revisionId();

        assertThat(publish().version()).isEqualTo("1");
        assertThat(latest().revisionId()).isEqualTo(after);
        memory(512);
        assertThat(publish().version()).isEqualTo("2");
        lambda.deleteFunction(request -> request.functionName(FRESH).qualifier("2"));
        memory(768);
        assertThat(publish().version()).as("numbers are never given twice").isEqualTo("3");
        assertThat(first.memorySize()).isEqualTo(256);
    }

    @Test
    void aVersionIsPendingAtFirstAndHasADescriptionOfItsOwn() {
        String digest = latest().codeSha256();
        PublishVersionResponse version = lambda.publishVersion(
                request -> request.functionName(FRESH).codeSha256(digest).description("of this run"));

        assertThat(version.state()).isEqualTo(State.PENDING);
        assertThat(version.description()).isEqualTo("of this run");
        assertThatThrownBy(() ->
                        lambda.invoke(request -> request.functionName(FRESH).qualifier(version.version())))
                .isInstanceOf(ResourceConflictException.class);
        lambda.waiter()
                .waitUntilPublishedVersionActive(
                        request -> request.functionName(FRESH).qualifier(version.version()),
                        override -> override.backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(50))));
        assertThat(lambda.invoke(request -> request.functionName(FRESH).qualifier(version.version()))
                        .executedVersion())
                .isEqualTo("1");
        assertThatThrownBy(() -> lambda.publishVersion(
                        request -> request.functionName(FRESH).codeSha256("other")))
                .isInstanceOf(InvalidParameterValueException.class);
    }

    @Test
    void aVersionThatAnAliasNeedsCannotBeDeleted() {
        publish();
        memory(512);
        publish();
        lambda.createAlias(request -> request.functionName(FRESH)
                .name("live")
                .functionVersion("1")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.1))));

        for (String version : new String[] {"1", "2"}) {
            assertThatThrownBy(() -> lambda.deleteFunction(
                            request -> request.functionName(FRESH).qualifier(version)))
                    .isInstanceOf(ResourceConflictException.class)
                    .hasMessageContaining("[live]");
        }
        lambda.deleteFunction(request -> request.functionName(FRESH).qualifier("9"));
    }

    @Test
    void anAliasThatIsThereIsAConflictByName() {
        publish();
        lambda.createAlias(request -> request.functionName(FRESH).name("live").functionVersion("1"));

        assertThatThrownBy(() -> lambda.createAlias(
                        request -> request.functionName(FRESH).name("live").functionVersion("1")))
                .isInstanceOf(ResourceConflictException.class);
    }

    @Test
    void anAliasHasRevisionsOfItsOwnAndItsWeightsRouteInvocations() {
        publish();
        memory(512);
        publish();
        String revision = lambda.createAlias(
                        request -> request.functionName(FRESH).name("live").functionVersion("1"))
                .revisionId();
        lambda.updateAlias(request -> request.functionName(FRESH)
                .name("live")
                .revisionId(revision)
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.3))));

        assertThatThrownBy(() -> lambda.updateAlias(request -> request.functionName(FRESH)
                        .name("live")
                        .functionVersion("2")
                        .revisionId(revision)))
                .isInstanceOf(PreconditionFailedException.class);
        long second = IntStream.range(0, 300)
                .mapToObj(ignored -> lambda.invoke(request -> request.functionName(FRESH + ":live")))
                .filter(response -> response.executedVersion().equals("2"))
                .count();
        assertThat(second).isBetween(60L, 120L);
        lambda.updateAlias(request -> request.functionName(FRESH)
                .name("live")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of())));
        assertThat(lambda.getAlias(request -> request.functionName(FRESH).name("live"))
                        .routingConfig())
                .isNull();
    }

    @Test
    void theArchitectureChangesWithTheCode() {
        assertThatThrownBy(() -> lambda.updateFunctionCode(
                        request -> request.functionName(FRESH).architectures(Architecture.ARM64)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("source for function code");
        lambda.updateFunctionCode(request -> request.functionName(FRESH)
                .architectures(Architecture.ARM64)
                .dryRun(true)
                .zipFile(SdkBytes.fromUtf8String("PK")));
        assertThat(latest().architectures()).containsExactly(Architecture.X86_64);

        assertThat(lambda.updateFunctionCode(request -> request.functionName(FRESH)
                                .architectures(Architecture.ARM64)
                                .publish(true)
                                .zipFile(SdkBytes.fromUtf8String("PK")))
                        .version())
                .isEqualTo("1");
        assertThat(latest().architectures()).containsExactly(Architecture.ARM64);
    }

    @Test
    void whatWasRecordedCanBePutBack() {
        GetFunctionConfigurationResponse recorded = latest();
        lambda.updateFunctionConfiguration(request -> request.functionName(FRESH)
                .memorySize(1024)
                .environment(environment -> environment.variables(Map.of())));
        sandbox.advance(Duration.ofSeconds(1));
        assertThat(latest().environment()).isNull();

        lambda.updateFunctionConfiguration(request -> request.functionName(FRESH)
                .memorySize(recorded.memorySize())
                .environment(environment ->
                        environment.variables(recorded.environment().variables())));
        sandbox.advance(Duration.ofSeconds(1));

        assertThat(latest().toBuilder()
                        .revisionId(null)
                        .lastModified(null)
                        .build()
                        .equalsBySdkFields(recorded.toBuilder()
                                .revisionId(null)
                                .lastModified(null)
                                .build()))
                .isTrue();
    }

    @Test
    void aLimitOnRequestsIsThereWhenTheWorldHasOne() {
        sandbox.load(World.parse(WORLD.replace("timeScale: 0", "requestRate: 15"), Path.of("")));

        assertThatThrownBy(() -> IntStream.range(0, 200).forEach(ignored -> lambda.listFunctions()))
                .isInstanceOfSatisfying(TooManyRequestsException.class, e -> assertThat(e.reason())
                        .isEqualTo(ThrottleReason.CALLER_RATE_LIMIT_EXCEEDED));
        sandbox.advance(Duration.ofSeconds(1));
        assertThat(lambda.listFunctions().functions()).hasSize(1);
    }
}
