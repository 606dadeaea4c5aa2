package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** Metrics of which every sample is known: those that the built-in world publishes, and what is put. */
class SampledMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private final ManualClock clock = new ManualClock(NOW.toString());
    private final Sandbox sandbox =
            Sandbox.start(World.defaultWorld(7), SandboxOptions.usual().withClock(clock));
    private final CloudWatchClient cloudWatch = sandbox.cloudWatch();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static MetricDataQuery query(String id, String namespace, String metric, String statistic, int period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.period(period).stat(statistic).metric(name -> name.namespace(namespace)
                        .metricName(metric)))
                .build();
    }

    private static MetricDataQuery api(String metric, String statistic, int period) {
        return query("m", "agent-runtime/API", metric, statistic, period);
    }

    private List<MetricDataResult> read(Instant from, Instant to, MetricDataQuery... queries) {
        return cloudWatch
                .getMetricData(request -> request.startTime(from).endTime(to).metricDataQueries(queries))
                .metricDataResults();
    }

    private double one(Instant from, String metric, String statistic, int period) {
        return read(from, from.plusSeconds(period), api(metric, statistic, period))
                .getFirst()
                .values()
                .getFirst();
    }

    @Test
    void responsesAreAsFastAsTheRuntimesAreSaidToBe() {
        Instant hour = NOW.minus(Duration.ofHours(1));
        assertThat(one(hour, "ResponseTime", "p50", 3600)).isBetween(125.0, 155.0);
        assertThat(one(hour, "ResponseTime", "p95", 3600)).isBetween(400.0, 520.0);
        assertThat(one(hour, "ResponseTime", "p99", 3600)).isBetween(700.0, 900.0);
        assertThat(one(hour, "ErrorRate", "Average", 3600)).isBetween(0.0, 0.2);
    }

    @Test
    void whatIsMeasuredOfTheSameRequestsHasTheSameNumbers() {
        Instant hour = NOW.minus(Duration.ofHours(1));
        double requests = one(hour, "Requests", "Sum", 3600);

        assertThat(requests).isGreaterThan(40_000);
        assertThat(one(hour, "ResponseTime", "SampleCount", 3600)).isEqualTo(requests);
        assertThat(one(hour, "ErrorRate", "SampleCount", 3600)).isEqualTo(requests);
    }

    @Test
    void thereAreTwoWeeksOfMinutesWithTwoIncidents() {
        List<MetricDataResult> results = read(
                NOW.minus(Duration.ofDays(14)),
                NOW,
                query("slow", "agent-runtime/API", "ResponseTime", "p95", 300),
                query("failed", "agent-runtime/API", "ErrorRate", "Average", 300));

        assertThat(results.getFirst().values()).hasSize(14 * 288);
        assertThat(results.getFirst().values().stream().filter(p95 -> p95 > 750))
                .hasSizeBetween(8, 10);
        assertThat(results.get(1).values().stream().filter(rate -> rate > 5)).hasSizeBetween(4, 6);
    }

    @Test
    void whatIsPutCountsBesides() {
        Instant minute = NOW.minus(Duration.ofMinutes(5));
        double before = one(minute, "ResponseTime", "SampleCount", 60);
        cloudWatch.putMetricData(request -> request.namespace("agent-runtime/API")
                .metricData(MetricDatum.builder()
                        .metricName("ResponseTime")
                        .unit("Milliseconds")
                        .timestamp(minute)
                        .values(90_000.0)
                        .counts(3.0)
                        .build()));

        assertThat(one(minute, "ResponseTime", "SampleCount", 60)).isEqualTo(before + 3);
        assertThat(one(minute, "ResponseTime", "Maximum", 60)).isEqualTo(90_000);
    }

    @Test
    void rangesOfValuesAndOfSamplesAreCounted() {
        cloudWatch.putMetricData(request -> request.namespace("t")
                .metricData(MetricDatum.builder()
                        .metricName("d")
                        .timestamp(NOW.minusSeconds(60))
                        .values(1.0, 2.0, 3.0, 100.0)
                        .counts(1.0, 4.0, 4.0, 1.0)
                        .build()));

        assertThat(put("TC(:2)")).isEqualTo(5);
        assertThat(put("TC(2:)")).isEqualTo(5);
        assertThat(put("PR(1:3)")).isEqualTo(80);
        assertThat(put("TS(:3)")).isEqualTo(21);
        assertThat(put("tm90")).isCloseTo(21.0 / 9, within(1e-9));
        assertThat(put("TM(10%:90%)")).isEqualTo(2.5);
        assertThat(put("IQM")).isEqualTo(2.5);
        assertThat(put("wm90")).isCloseTo((21.0 + 3) / 10, within(1e-9));
    }

    private double put(String statistic) {
        return read(NOW.minusSeconds(60), NOW, query("q", "t", "d", statistic, 60))
                .getFirst()
                .values()
                .getFirst();
    }

    @Test
    void expressionsAreComputedOverTheMetricsThatTheyName() {
        MetricDataQuery fast = query("fast", "agent-runtime/API", "ResponseTime", "TC(:500)", 300).toBuilder()
                .returnData(false)
                .build();
        MetricDataQuery all = query("all", "agent-runtime/API", "ResponseTime", "SampleCount", 300).toBuilder()
                .returnData(false)
                .build();
        MetricDataQuery share = MetricDataQuery.builder()
                .id("share")
                .expression("100 * fast / all")
                .build();
        List<MetricDataResult> results = read(NOW.minus(Duration.ofHours(1)), NOW, fast, share, all);

        assertThat(results).hasSize(1);
        assertThat(results.getFirst().label()).isEqualTo("share");
        assertThat(results.getFirst().values()).hasSize(12).allSatisfy(value -> assertThat(value)
                .isBetween(90.0, 99.9));
    }
}
