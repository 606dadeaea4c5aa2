package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.fault.FaultRule;
import io.agentctl.sandbox.http.Call;
import io.agentctl.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.AccessDeniedException;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.sts.StsClient;

/** What callers see of faults. */
class FaultsIT {
    private final Sandbox sandbox = Sandbox.start(World.defaultWorld(11));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void throttledCallsAreTriedAgainByTheSdk() {
        sandbox.faults().add(FaultRule.always(FaultKind.THROTTLE).on("ecs", "").atMost(2));
        try (EcsClient ecs = Clients.of(EcsClient.builder(), sandbox)) {
            assertThat(ecs.listClusters().clusterArns()).hasSize(1);
        }

        assertThat(sandbox.calls().all()).extracting(Call::status).containsExactly(400, 400, 200);
        assertThat(sandbox.calls().all().getFirst().faults()).containsExactly("throttle");
    }

    @Test
    void aLostResponseLeavesItsEffectBehind() {
        sandbox.faults()
                .add(FaultRule.always(FaultKind.LOST_RESPONSE)
                        .on("ecs", "RegisterTaskDefinition")
                        .atMost(1));
        try (EcsClient ecs = once(sandbox)) {
            assertThatThrownBy(() -> ecs.registerTaskDefinition(request -> request.family("lost")
                            .cpu("256")
                            .memory("512")
                            .containerDefinitions(ContainerDefinition.builder()
                                    .name("app")
                                    .image("app:1")
                                    .build())))
                    .isInstanceOf(SdkClientException.class);

            assertThat(ecs.listTaskDefinitions(request -> request.familyPrefix("lost"))
                            .taskDefinitionArns())
                    .hasSize(1);
        }
        assertThat(sandbox.calls().of("ecs", "RegisterTaskDefinition"))
                .singleElement()
                .satisfies(call -> assertThat(call.status()).isZero());
    }

    @Test
    void whatIsThrottledOrBrokenTakesNoEffect() {
        sandbox.faults().add(FaultRule.always(FaultKind.SERVER_ERROR).on("ecs", "UpdateService"));
        try (EcsClient ecs = once(sandbox)) {
            assertThatThrownBy(() -> ecs.updateService(request ->
                            request.cluster("agent-runtime").service("api").desiredCount(9)))
                    .isInstanceOfSatisfying(AwsServiceException.class, e -> assertThat(e.statusCode())
                            .isEqualTo(500));
            assertThat(ecs.describeServices(
                                    request -> request.cluster("agent-runtime").services("api"))
                            .services()
                            .getFirst()
                            .desiredCount())
                    .isEqualTo(4);
        }
    }

    @Test
    void expiredCredentialsAreRefusedInEveryProtocol() {
        sandbox.faults().expireCredentials();
        try (EcsClient ecs = Clients.of(EcsClient.builder(), sandbox);
                StsClient sts = Clients.of(StsClient.builder(), sandbox);
                DynamoDbClient dynamoDb = Clients.of(DynamoDbClient.builder(), sandbox);
                CloudWatchClient cloudWatch = Clients.of(CloudWatchClient.builder(), sandbox)) {
            List<Runnable> calls =
                    List.of(ecs::listClusters, sts::getCallerIdentity, dynamoDb::listTables, cloudWatch::listMetrics);

            assertThat(calls).allSatisfy(call -> assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            AwsServiceException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).startsWith("ExpiredToken")));
        }
    }

    @Test
    void aDeniedOperationIsNamedAndOthersGoOn() {
        sandbox.faults().deny("ecs", "UpdateService");
        try (EcsClient ecs = Clients.of(EcsClient.builder(), sandbox)) {
            assertThatThrownBy(() -> ecs.updateService(
                            request -> request.cluster("agent-runtime").service("api")))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("ecs:UpdateService");
            assertThat(ecs.listClusters().clusterArns()).hasSize(1);
        }
    }

    @Test
    void latencyDelaysTheAnswer() {
        sandbox.faults().latency(Duration.ofMillis(300));
        try (StsClient sts = Clients.of(StsClient.builder(), sandbox)) {
            Instant before = Instant.now();
            sts.getCallerIdentity();

            assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void aRateBefallsAboutThatShareOfTheCalls() {
        sandbox.faults().add(FaultRule.always(FaultKind.SERVER_ERROR).atRate(0.5));
        try (StsClient sts = Clients.of(
                StsClient.builder()
                        .overrideConfiguration(
                                configuration -> configuration.retryStrategy(strategy -> strategy.maxAttempts(1))),
                sandbox)) {
            for (int i = 0; i < 200; i++) {
                try {
                    sts.getCallerIdentity();
                } catch (AwsServiceException ignored) {
                    // Counted below, from the log.
                }
            }
        }

        assertThat(sandbox.calls().all().stream().filter(call -> call.status() == 500))
                .hasSizeBetween(70, 130);
    }

    private static EcsClient once(Sandbox sandbox) {
        return Clients.of(
                EcsClient.builder()
                        .overrideConfiguration(
                                configuration -> configuration.retryStrategy(strategy -> strategy.maxAttempts(1))),
                sandbox);
    }
}
