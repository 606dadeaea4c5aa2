package io.agentctl.control.alarms.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.alarm.metric.Datapoints;
import io.agentctl.alarm.metric.MissingData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What tuning is worth on real series with incidents that people labelled, next to what is done without it. */
final class LabelledSeriesTest {

    private static final Path FOLDER = Path.of("../../shared/data/cloudwatch");
    private static final List<String> SERIES = List.of(
            "ec2_cpu_utilization_24ae8d.csv",
            "ec2_cpu_utilization_53ea38.csv",
            "ec2_cpu_utilization_5f5533.csv",
            "ec2_cpu_utilization_825cc2.csv",
            "ec2_request_latency_system_failure.csv",
            "elb_request_count_8c0756.csv",
            "rds_cpu_utilization_e47b3b.csv");

    private record Row(String series, Scorecard tuned, Scorecard band, Scorecard static99) {}

    @Test
    void findsWhatOthersFindWithFewerPagesInVain() {
        assumeThat(Files.isDirectory(FOLDER)).isTrue();
        List<Row> rows = SERIES.stream().map(LabelledSeriesTest::judge).toList();
        for (Row row : rows) {
            assertThat(row.tuned().detected())
                    .as(row.series())
                    .isGreaterThanOrEqualTo(row.static99().detected());
            assertThat(row.tuned().detected())
                    .as(row.series())
                    .isGreaterThanOrEqualTo(row.band().detected());
            assertThat(row.tuned().falsePages())
                    .as(row.series())
                    .isLessThanOrEqualTo(row.static99().falsePages());
            assertThat(row.tuned().falsePages())
                    .as(row.series())
                    .isLessThanOrEqualTo(row.band().falsePages());
        }
        assertThat(rows.stream().mapToInt(row -> row.tuned().falsePages()).sum())
                .isEqualTo(28);
        assertThat(rows.stream().mapToInt(row -> row.static99().falsePages()).sum())
                .isEqualTo(139);
        assertThat(rows.stream().mapToInt(row -> row.band().falsePages()).sum()).isEqualTo(797);
    }

    private static Row judge(String series) {
        MeasuredHistory history = CsvHistory.read(FOLDER.resolve(series));
        List<Incident> incidents = Incidents.read(FOLDER.resolve("incident-windows.json"), series);
        Duration period = Duration.ofMinutes(5);
        Instant split = history.time(history.size() / 2);
        MeasuredHistory first = history.between(history.start(), split);
        ThresholdTuner tuner = new ThresholdTuner(history, incidents, Comparison.GREATER_THAN, period, split);
        double[] sorted = first.sorted();
        double p99 = sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
        Scorecard static99 = score(
                history.averages(period),
                new AlarmRule(Comparison.GREATER_THAN, p99, 300, 1, 1, MissingData.MISSING, OptionalDouble.empty()),
                history,
                incidents,
                split);
        Scorecard band = score(
                distanceFromBand(history, first, period),
                new AlarmRule(Comparison.GREATER_THAN, 2, 300, 1, 1, MissingData.MISSING, OptionalDouble.empty()),
                history,
                incidents,
                split);
        return new Row(series, tuner.propose(1).unseen(), band, static99);
    }

    private static Scorecard score(
            DatapointSource source, AlarmRule rule, MeasuredHistory history, List<Incident> incidents, Instant split) {
        AlarmHistory played = AlarmHistory.of(rule, source, split, history.end());
        return Scorecard.of(played.alarms(), incidents, split, history.end());
    }

    /** How many standard deviations a value is from the mean of its hour of the day, as the first half had it. */
    private static DatapointSource distanceFromBand(MeasuredHistory history, MeasuredHistory first, Duration period) {
        List<List<Double>> byHour = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            byHour.add(new ArrayList<>());
        }
        for (int i = 0; i < first.size(); i++) {
            byHour.get(hour(first.time(i))).add(first.value(i));
        }
        return (end, periods) -> {
            Datapoints read = history.averages(period).before(end, periods);
            double[] distances = new double[periods];
            for (int i = 0; i < periods; i++) {
                Instant at = Instant.ofEpochSecond(end)
                        .minus(period.multipliedBy(periods - i - 1L))
                        .minusSeconds(1);
                List<Double> usual = byHour.get(hour(at));
                double mean = usual.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
                double deviation = Math.sqrt(usual.stream()
                        .mapToDouble(value -> (value - mean) * (value - mean))
                        .average()
                        .orElseThrow());
                distances[i] = Math.abs(read.values()[i] - mean) / deviation;
            }
            return new Datapoints(distances, read.samples());
        };
    }

    private static int hour(Instant time) {
        return time.atZone(ZoneOffset.UTC).getHour();
    }
}
