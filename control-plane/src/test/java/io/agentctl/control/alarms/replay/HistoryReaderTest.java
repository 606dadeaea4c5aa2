package io.agentctl.control.alarms.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

final class HistoryReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Each minute's sum is the number of the minute in its day, from two samples. */
    private static final class Minutely implements CloudWatchClient {
        private final List<GetMetricDataRequest> asked = new ArrayList<>();

        @Override
        public synchronized GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
            asked.add(request);
            return GetMetricDataResponse.builder()
                    .metricDataResults(request.metricDataQueries().stream()
                            .map(query -> result(request, query))
                            .toList())
                    .build();
        }

        private static MetricDataResult result(GetMetricDataRequest request, MetricDataQuery query) {
            int period = query.metricStat().period();
            List<Instant> times = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (Instant at = request.startTime(); at.isBefore(request.endTime()); at = at.plusSeconds(period)) {
                times.add(at);
                values.add(value(query.metricStat().stat(), at.getEpochSecond(), period / 60));
            }
            return MetricDataResult.builder()
                    .id(query.id())
                    .timestamps(times)
                    .values(values)
                    .build();
        }

        private static double value(String statistic, long second, int minutes) {
            double sum = 0;
            for (int i = 0; i < minutes; i++) {
                sum += (second / 60 + i) % 1_440;
            }
            return switch (statistic) {
                case "Sum" -> sum;
                case "SampleCount" -> 2.0 * minutes;
                case "Maximum" -> (second / 60 + minutes - 1) % 1_440;
                default -> sum / minutes;
            };
        }

        @Override
        public String serviceName() {
            return "cloudwatch";
        }

        @Override
        public void close() {}
    }

    private final Minutely cloudWatch = new Minutely();

    private static Watched.Single metric(Statistic statistic) {
        return new Watched.Single(MetricId.of("shop/API", "Time", Map.of()), statistic, Optional.empty());
    }

    private Measured read(Duration since, Watched.Single metric, int period) {
        return new HistoryReader(new MetricsGateway(() -> cloudWatch, new ApiCalls(2)))
                .read(
                        List.of(new Wanted(metric, period, Duration.ofSeconds(3L * period))),
                        Minutes.between(NOW.minus(since), NOW),
                        NOW);
    }

    private static double at(Measured measured, Watched.Single metric, int period, Instant end) {
        return measured.read(metric, period).before(end.getEpochSecond(), 1).values()[0];
    }

    @Test
    void putsLongPeriodsTogetherFromMinutesWhereThatCanBe() {
        Watched.Single average = metric(Statistic.AVERAGE);
        Measured measured = read(Duration.ofDays(1), average, 300);
        Instant end = NOW.minus(Duration.ofMinutes(57));
        // The minutes 658 to 662 of the day, each with two samples.
        assertThat(at(measured, average, 300, end)).isEqualTo(330);
        assertThat(cloudWatch.asked).hasSize(1);
        assertThat(cloudWatch.asked.getFirst().metricDataQueries())
                .extracting(query -> query.metricStat().period())
                .containsOnly(60);
    }

    @Test
    void readsPercentilesOfLongPeriodsForEveryMinuteOfThePeriod() {
        Watched.Single percentile = metric(Statistic.percentile(95));
        Measured measured = read(Duration.ofHours(6), percentile, 300);
        Instant end = NOW.minus(Duration.ofMinutes(57));
        assertThat(at(measured, percentile, 300, end)).isEqualTo(660);
        assertThat(measured.read(percentile, 300)
                        .before(end.getEpochSecond(), 1)
                        .samples())
                .containsExactly(10);
        assertThat(cloudWatch.asked).hasSize(1 + 5);
    }

    @Test
    void readsFivesOfMinutesWhereMinutesAreNoLongerKeptAndSaysSo() {
        Watched.Single sum = metric(Statistic.SUM);
        Measured measured = read(Duration.ofDays(20), sum, 60);
        assertThat(cloudWatch.asked)
                .extracting(request ->
                        request.metricDataQueries().getFirst().metricStat().period())
                .containsExactlyInAnyOrder(60, 300);
        assertThat(measured.exactFrom(60)).isEqualTo(NOW.minus(Duration.ofDays(15)));
        assertThat(measured.exactFrom(300)).isEqualTo(Instant.MIN);
        Instant longAgo = NOW.minus(Duration.ofDays(19));
        // A fifth of the five minutes before noon.
        assertThat(at(measured, sum, 60, longAgo)).isEqualTo(717);
    }
}
