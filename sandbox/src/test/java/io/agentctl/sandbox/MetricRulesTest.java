package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.agentctl.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** CloudWatch's rules, and what the utilization of services follows from. */
class MetricRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private final ManualClock clock = new ManualClock(NOW.toString());
    private final Sandbox sandbox =
            Sandbox.start(World.defaultWorld(7), SandboxOptions.usual().withClock(clock));
    private final CloudWatchClient cloudWatch = sandbox.cloudWatch();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theNewestPointComesFirstUnlessAskedOtherwise() {
        MetricDataQuery query = Queries.cpu("api", 60, "Average");
        List<Instant> newestFirst = read(query, Duration.ofHours(1)).timestamps();
        List<Instant> oldestFirst = cloudWatch
                .getMetricData(request -> request.startTime(NOW.minus(Duration.ofHours(1)))
                        .endTime(NOW)
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                        .metricDataQueries(query))
                .metricDataResults()
                .getFirst()
                .timestamps();

        assertThat(newestFirst).hasSize(60).startsWith(NOW.minusSeconds(60));
        assertThat(oldestFirst).isEqualTo(newestFirst.reversed());
    }

    @Test
    void longerPeriodsAggregateTheMinutesWithin() {
        MetricDataResult minutes = read(Queries.cpu("api", 60, "Average"), Duration.ofMinutes(5));
        MetricDataResult maxima = read(Queries.cpu("api", 60, "Maximum"), Duration.ofMinutes(5));
        double average = minutes.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        double maximum =
                maxima.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();

        assertThat(only(Queries.cpu("api", 300, "Average"))).isCloseTo(average, within(1e-4));
        assertThat(only(Queries.cpu("api", 300, "Maximum"))).isCloseTo(maximum, within(1e-4));
        assertThat(only(Queries.cpu("api", 300, "SampleCount"))).isEqualTo(20);
        assertThat(only(Queries.cpu("api", 300, "Sum"))).isCloseTo(average * 20, within(1e-2));
        assertThat(only(Queries.cpu("api", 300, "Minimum"))).isLessThan(average);
    }

    @Test
    void periodsBeginAtTheMinuteThatIsAskedFor() {
        GetMetricDataResponse answer =
                cloudWatch.getMetricData(request -> request.startTime(NOW.minusSeconds(18 * 60 - 34))
                        .endTime(NOW.minusSeconds(3 * 60))
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                        .metricDataQueries(Queries.cpu("api", 300, "Average")));

        assertThat(answer.metricDataResults().getFirst().timestamps())
                .containsExactly(NOW.minusSeconds(18 * 60), NOW.minusSeconds(13 * 60), NOW.minusSeconds(8 * 60));
    }

    @Test
    void halvingTheSizeDoublesThePercentages() {
        List<Double> values =
                read(Queries.cpu("api", 3600, "Average"), Duration.ofDays(14)).values();
        Instant resized = NOW.minus(Duration.ofDays(9));
        double before = at(resized.minus(Duration.ofDays(1)), Queries.cpu("api", 3600, "Average"));
        double after = at(resized.plus(Duration.ofDays(6)), Queries.cpu("api", 3600, "Average"));

        assertThat(values).hasSize(14 * 24);
        assertThat(after / before).isBetween(1.7, 2.4);
    }

    @Test
    void minutesOlderThanFifteenDaysAreKeptInLongerPeriodsOnly() {
        clock.advance(Duration.ofDays(10));
        Instant start = NOW.minus(Duration.ofDays(7));
        Instant end = start.plus(Duration.ofHours(1));

        assertThat(read(Queries.cpu("api", 60, "Average"), start, end).values()).isEmpty();
        assertThat(read(Queries.cpu("api", 300, "Average"), start, end).values())
                .hasSize(12);
    }

    @Test
    void nothingIsMeasuredWhileNoTaskRuns() {
        sandbox.ecs()
                .updateService(request ->
                        request.cluster("agent-runtime").service("api").desiredCount(0));
        clock.advance(Duration.ofHours(2));

        assertThat(read(Queries.cpu("api", 60, "Average"), NOW.plusSeconds(600), NOW.plusSeconds(3600))
                        .values())
                .isEmpty();
    }

    @Test
    void utilizationIsCensoredAtAHundredPercent() {
        List<Double> maxima = read(Queries.cpu("governance-sync", 60, "Maximum"), Duration.ofDays(14))
                .values();

        assertThat(maxima).contains(100.0).allSatisfy(value -> assertThat(value).isLessThanOrEqualTo(100));
    }

    @Test
    void serviceUtilizationHasNoPercentiles() {
        assertThat(read(Queries.cpu("api", 60, "p99"), Duration.ofHours(1)).values())
                .isEmpty();
    }

    @Test
    void moreThanTheLimitOfPointsIsRefused() {
        List<MetricDataQuery> queries = IntStream.range(0, 26)
                .mapToObj(i -> Queries.cpu("api", 300, "Average").toBuilder()
                        .id("q" + i)
                        .build())
                .toList();

        assertCode(
                "ValidationError",
                () -> cloudWatch.getMetricData(request -> request.startTime(NOW.minus(Duration.ofDays(14)))
                        .endTime(NOW)
                        .metricDataQueries(queries)));
    }

    @Test
    void fewerPointsAPageComeInPages() {
        List<Double> paged = new ArrayList<>();
        String token = null;
        int pages = 0;
        do {
            String next = token;
            GetMetricDataResponse response =
                    cloudWatch.getMetricData(request -> request.startTime(NOW.minus(Duration.ofHours(2)))
                            .endTime(NOW)
                            .maxDatapoints(50)
                            .nextToken(next)
                            .metricDataQueries(Queries.cpu("api", 60, "Average")));
            MetricDataResult result = response.metricDataResults().getFirst();
            paged.addAll(result.values());
            token = response.nextToken();
            pages++;
            assertThat(result.statusCode()).isEqualTo(token == null ? StatusCode.COMPLETE : StatusCode.PARTIAL_DATA);
        } while (token != null);

        assertThat(pages).isEqualTo(3);
        assertThat(paged)
                .isEqualTo(read(Queries.cpu("api", 60, "Average"), Duration.ofHours(2))
                        .values());
    }

    @Test
    void expressionsAndOddPeriodsAreRefused() {
        MetricDataQuery expression =
                MetricDataQuery.builder().id("e").expression("SUM(METRICS())").build();

        assertCode("ValidationError", () -> read(expression, Duration.ofHours(1)));
        assertCode("ValidationError", () -> read(Queries.cpu("api", 90, "Average"), Duration.ofHours(1)));
    }

    @Test
    void statisticsOfOneMetricAreLimitedToTheirOwnNumberOfPoints() {
        Metric metric = Queries.cpu("api", 60, "Average").metricStat().metric();

        assertThat(cloudWatch
                        .getMetricStatistics(request -> request.namespace(metric.namespace())
                                .metricName(metric.metricName())
                                .dimensions(metric.dimensions())
                                .startTime(NOW.minus(Duration.ofDays(1)))
                                .endTime(NOW)
                                .period(60)
                                .statistics(Statistic.AVERAGE, Statistic.SAMPLE_COUNT))
                        .datapoints())
                .hasSize(1440)
                .allSatisfy(point -> assertThat(point.sampleCount()).isEqualTo(4));
        assertCode(
                "InvalidParameterCombination",
                () -> cloudWatch.getMetricStatistics(request -> request.namespace(metric.namespace())
                        .metricName(metric.metricName())
                        .dimensions(metric.dimensions())
                        .startTime(NOW.minus(Duration.ofDays(2)))
                        .endTime(NOW)
                        .period(60)
                        .statistics(Statistic.AVERAGE)));
    }

    @Test
    void putValuesHavePercentilesAndStatisticSetsHaveNone() {
        put(MetricDatum.builder()
                .metricName("ResponseTime")
                .values(10.0, 20.0, 400.0)
                .counts(90.0, 9.0, 1.0));
        put(MetricDatum.builder()
                .metricName("DecisionTime")
                .statisticValues(set -> set.minimum(1.0).maximum(9.0).sum(50.0).sampleCount(10.0)));
        clock.advance(Duration.ofMinutes(2));

        assertThat(custom("ResponseTime", "p99")).containsExactly(20.0);
        assertThat(custom("ResponseTime", "Maximum")).containsExactly(400.0);
        assertThat(custom("ResponseTime", "SampleCount")).containsExactly(100.0);
        assertThat(custom("DecisionTime", "Average")).containsExactly(5.0);
        assertThat(custom("DecisionTime", "p99")).isEmpty();
        assertThat(cloudWatch
                        .listMetrics(request -> request.namespace("trial/API"))
                        .metrics())
                .extracting(Metric::metricName)
                .containsExactly("DecisionTime", "ResponseTime");
    }

    @Test
    void whatIsTooOldOrNotANumberIsNotPut() {
        assertCode(
                "InvalidParameterValue",
                () -> put(MetricDatum.builder()
                        .metricName("ResponseTime")
                        .value(1.0)
                        .timestamp(NOW.minus(Duration.ofDays(15)))));
        assertCode(
                "InvalidParameterValue",
                () -> put(MetricDatum.builder().metricName("ResponseTime").value(Double.NaN)));
    }

    @Test
    void theSameSeedGivesTheSamePast() {
        try (Sandbox again = Sandbox.start(
                World.defaultWorld(7), SandboxOptions.usual().withClock(new ManualClock(NOW.toString())))) {
            MetricDataQuery query = Queries.memory("reasoning", 3600, "Maximum");
            List<Double> values = again.cloudWatch()
                    .getMetricData(request -> request.startTime(NOW.minus(Duration.ofDays(14)))
                            .endTime(NOW)
                            .metricDataQueries(query))
                    .metricDataResults()
                    .getFirst()
                    .values();

            assertThat(values).isEqualTo(read(query, Duration.ofDays(14)).values());
        }
    }

    private void put(MetricDatum.Builder datum) {
        cloudWatch.putMetricData(request -> request.namespace("trial/API").metricData(datum.build()));
    }

    private List<Double> custom(String name, String statistic) {
        MetricDataQuery query = MetricDataQuery.builder()
                .id("c")
                .metricStat(stat -> stat.period(300).stat(statistic).metric(metric -> metric.namespace("trial/API")
                        .metricName(name)))
                .build();
        return read(query, NOW.minusSeconds(300), NOW.plusSeconds(300)).values();
    }

    private double only(MetricDataQuery query) {
        return read(query, Duration.ofMinutes(5)).values().getFirst();
    }

    private double at(Instant time, MetricDataQuery query) {
        return read(query, time, time.plusSeconds(query.metricStat().period()))
                .values()
                .getFirst();
    }

    private MetricDataResult read(MetricDataQuery query, Duration last) {
        return read(query, NOW.minus(last), NOW);
    }

    private MetricDataResult read(MetricDataQuery query, Instant start, Instant end) {
        return cloudWatch
                .getMetricData(request -> request.startTime(start).endTime(end).metricDataQueries(query))
                .metricDataResults()
                .getFirst();
    }

    private static void assertCode(String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(AwsServiceException.class, e -> assertThat(
                        e.awsErrorDetails().errorCode())
                .isEqualTo(code));
    }
}
