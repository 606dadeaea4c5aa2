package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** What CloudWatch tells of functions: what others did with them, and what was done here. */
class FunctionMetricsTest {
    private static final String WORLD =
            """
            lambdaConcurrency: 400
            lambda: {timeScale: 0}
            functions:
              - name: busy
                memory: 1769
                versions: 1
                aliases: {live: 1}
                provisioned: {live: 10}
                failureRate: 0.02
                model: {cpu: 400ms, noise: 0.2}
                traffic: {perMinute: 1200, qualifier: live, noise: 0, burstFactor: 3, burstsPerDay: 10}
              - {name: quiet, memory: 128, model: {cpu: 10ms, noise: 0}}
            """;

    private final ManualClock clock = new ManualClock("2026-11-24T12:00:30Z");
    private final Sandbox sandbox = Sandbox.start(
            World.parse(WORLD, Path.of("")), SandboxOptions.usual().withClock(clock));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Datapoint over(Duration back, String metric, String function, String... resource) {
        Instant end = clock.instant().plus(Duration.ofMinutes(1));
        List<Dimension> dimensions = resource.length == 0
                ? List.of(dimension("FunctionName", function))
                : List.of(dimension("FunctionName", function), dimension("Resource", function + ":" + resource[0]));
        List<Datapoint> points = sandbox.cloudWatch()
                .getMetricStatistics(request -> request.namespace("AWS/Lambda")
                        .metricName(metric)
                        .dimensions(dimensions)
                        .startTime(clock.instant().minus(back))
                        .endTime(end)
                        .period((int) back.plusMinutes(2).toSeconds() / 60 * 60)
                        .statistics(Statistic.SUM, Statistic.MAXIMUM, Statistic.AVERAGE, Statistic.SAMPLE_COUNT))
                .datapoints();
        return points.isEmpty() ? Datapoint.builder().build() : points.getFirst();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    @Test
    void invocationsFollowTheTrafficAndErrorsTheFailureRate() {
        Datapoint invocations = over(Duration.ofDays(1), "Invocations", "busy");
        Datapoint errors = over(Duration.ofDays(1), "Errors", "busy");

        assertThat(invocations.sum()).isBetween(1200.0 * 1440, 1200.0 * 1440 * 1.5);
        assertThat(errors.sum() / invocations.sum()).isCloseTo(0.02, Percentage.withPercentage(5));
        assertThat(over(Duration.ofDays(1), "Invocations", "busy", "live").sum())
                .isEqualTo(invocations.sum());
        assertThat(over(Duration.ofDays(1), "Invocations", "quiet").sum()).isNull();
    }

    @Test
    void durationsAreThoseOfTheSizeInForce() {
        assertThat(over(Duration.ofHours(5), "Duration", "busy").average())
                .isCloseTo(400, Percentage.withPercentage(0.1));
        sandbox.lambda().updateFunctionConfiguration(request -> request.functionName("busy")
                .memorySize(884));
        clock.advance(Duration.ofSeconds(1));
        sandbox.lambda().publishVersion(request -> request.functionName("busy"));
        sandbox.lambda()
                .updateAlias(
                        request -> request.functionName("busy").name("live").functionVersion("2"));
        clock.advance(Duration.ofHours(2));

        assertThat(over(Duration.ofHours(1), "Duration", "busy").average())
                .isCloseTo(800, Percentage.withPercentage(1));
    }

    @Test
    void concurrencyIsRateTimesDurationAndSpillsOverBeyondWhatIsReady() {
        Datapoint concurrency = over(Duration.ofDays(1), "ConcurrentExecutions", "busy");
        Datapoint utilization = over(Duration.ofDays(1), "ProvisionedConcurrencyUtilization", "busy", "live");

        assertThat(concurrency.average()).isBetween(8.0, 12.0);
        assertThat(concurrency.maximum()).isGreaterThan(20.0);
        assertThat(utilization.average()).isBetween(0.75, 0.95);
        assertThat(utilization.maximum()).isEqualTo(1.0);
        assertThat(over(Duration.ofDays(1), "ProvisionedConcurrencySpilloverInvocations", "busy", "live")
                        .sum())
                .isPositive();
        assertThat(over(Duration.ofDays(1), "ProvisionedConcurrencyUtilization", "busy")
                        .sum())
                .as("only aliases and versions have it")
                .isNull();
    }

    @Test
    void whatRunsHereIsCountedToo() {
        for (int i = 0; i < 3; i++) {
            sandbox.lambda().invoke(request -> request.functionName("quiet"));
        }

        Datapoint durations = over(Duration.ofMinutes(5), "Duration", "quiet");
        assertThat(durations.sampleCount()).isEqualTo(3);
        assertThat(durations.average()).isCloseTo(138.2, Percentage.withPercentage(0.1));
        assertThat(over(Duration.ofMinutes(5), "Invocations", "quiet").sum()).isEqualTo(3);
        assertThat(over(Duration.ofMinutes(5), "ConcurrentExecutions", "quiet").maximum())
                .isEqualTo(1);
        assertThat(over(Duration.ofMinutes(5), "Errors", "quiet").sum()).isZero();
    }

    @Test
    void metricsAreListed() {
        List<Metric> metrics = sandbox.cloudWatch()
                .listMetrics(request -> request.namespace("AWS/Lambda").metricName("ProvisionedConcurrencyUtilization"))
                .metrics();

        assertThat(metrics).hasSize(1);
        assertThat(metrics.getFirst().dimensions())
                .containsExactlyInAnyOrder(dimension("FunctionName", "busy"), dimension("Resource", "busy:live"));
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        Datapoint before = over(Duration.ofHours(3), "Invocations", "busy");
        sandbox.reset();

        assertThat(over(Duration.ofHours(3), "Invocations", "busy")).isEqualTo(before);
    }
}
