package io.agentctl.control.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.Sandbox;
import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.EcsClient;

class RequestPacerTest {

    private final List<Duration> waits = new ArrayList<>();
    private long now;

    private final RequestPacer pacer = new RequestPacer(() -> now, wait -> {
        waits.add(wait);
        now += wait.toNanos();
    });

    private void call(int times, String service, String operation) {
        for (int i = 0; i < times; i++) {
            pacer.pace(service, operation);
        }
    }

    @Test
    void theFirstLotGoesAtOnceAndTheRestAtTheRate() {
        call(40, "Ecs", "UpdateService");
        assertThat(waits).isEmpty();

        call(8, "Ecs", "UpdateService");
        assertThat(waits).hasSize(8).allMatch(wait -> wait.equals(Duration.ofMillis(250)));
    }

    @Test
    void whatAwsCountsTogetherIsCountedTogetherAndTheRestApart() {
        call(40, "Ecs", "UpdateService");

        call(1, "Ecs", "DescribeServices");
        call(1, "CloudWatch", "GetMetricData");
        call(3, "Sns", "Publish");
        assertThat(waits).isEmpty();
        call(1, "Ecs", "DeleteService");
        assertThat(waits).hasSize(1);
    }

    @Test
    void whatWasNotUsedIsSavedUpToTheFirstLotAndNotBeyond() {
        call(40, "Ecs", "UpdateService");
        now += Duration.ofHours(1).toNanos();

        call(40, "Ecs", "UpdateService");
        assertThat(waits).isEmpty();
        call(1, "Ecs", "UpdateService");
        assertThat(waits).hasSize(1);
    }

    @Test
    void whoeverAsksTogetherIsServedOneAfterTheOther() {
        RequestPacer frozen = new RequestPacer(() -> 0, waits::add);
        for (int i = 0; i < 43; i++) {
            frozen.pace("Ecs", "UpdateService");
        }

        assertThat(waits).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(750));
    }

    @ParameterizedTest
    @CsvSource({
        "UpdateService, 50, 5",
        "DescribeServices, 100, 20",
        "RegisterTaskDefinition, 20, 1",
        "DescribeTaskDefinition, 50, 20",
        "DescribeServiceDeployments, 50, 20"
    })
    void theRatesOfEcsAreThoseThatAwsPublishes(String operation, int burst, int perSecond) {
        assertThat(RequestRate.of("Ecs", operation))
                .hasValueSatisfying(rate ->
                        assertThat(List.of(rate.burst(), rate.perSecond())).containsExactly(burst, perSecond));
        assertThat(Arrays.stream(EcsClient.class.getMethods())
                        .anyMatch(method -> method.getName().equalsIgnoreCase(operation)))
                .isTrue();
    }

    @Test
    void theClientsNameServicesAsTheRatesDo() {
        now = System.nanoTime();
        try (Sandbox sandbox = Sandbox.start(World.parse("clusters: [{name: main, services: []}]", Path.of(".")));
                AwsClients aws = new AwsClients(AwsSettings.sandbox(sandbox.endpoint(), "us-east-1"), List.of(pacer))) {
            for (int i = 0; i < 18; i++) {
                aws.scaling().describeScalableTargets(request -> request.serviceNamespace("ecs"));
            }
            assertThat(waits).as("16 at once").hasSize(2);

            for (int i = 0; i < 43; i++) {
                aws.ecs().listClusters();
            }
            assertThat(waits).as("40 at once").hasSize(2 + 3);
        }
    }
}
