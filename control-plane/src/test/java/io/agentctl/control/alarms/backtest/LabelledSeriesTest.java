package io.agentctl.control.alarms.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.agentctl.alarm.metric.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What tuning is worth on real series with incidents that people labelled, next to what is done without it. */
final class LabelledSeriesTest {

    private static final Path FOLDER = Path.of("../../shared/data/cloudwatch");
    private static final Path TABLE = Path.of("target/alarms-on-labelled-series.md");
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final double BORNE = 2;
    /** One in a hundred values may be bad, over the two weeks that a series has. */
    private static final double BUDGET = 0.01;

    private static final List<String> SERIES = List.of(
            "ec2_cpu_utilization_24ae8d",
            "ec2_cpu_utilization_53ea38",
            "ec2_cpu_utilization_5f5533",
            "ec2_cpu_utilization_825cc2",
            "ec2_request_latency_system_failure",
            "elb_request_count_8c0756",
            "rds_cpu_utilization_e47b3b");

    private record Row(String series, List<Figures> each) {}

    /** @param spent the share of the budget that incidents spend until they are found, or end */
    private record Figures(Scorecard score, double spent) {
        @Override
        public String toString() {
            return "%d/%d, %d, %s, %.0f %%"
                    .formatted(
                            score.detected(),
                            score.incidents(),
                            score.falsePages(),
                            score.delays().isEmpty()
                                    ? "-"
                                    : score.delays().stream()
                                            .map(delay -> "%.1f h".formatted(delay.toMinutes() / 60.0))
                                            .collect(Collectors.joining(" ")),
                            100 * spent);
        }
    }

    @Test
    void findsWhatOthersFindWithFewerPagesInVain() throws IOException {
        assumeThat(Files.isDirectory(FOLDER)).isTrue();
        List<Row> rows = SERIES.stream().map(LabelledSeriesTest::judge).toList();
        write(rows);
        for (Row row : rows) {
            Scorecard tuned = row.each().getFirst().score();
            for (Figures other : row.each().subList(1, row.each().size())) {
                assertThat(tuned.detected())
                        .as(row.series())
                        .isGreaterThanOrEqualTo(other.score().detected());
                assertThat(tuned.falsePages())
                        .as(row.series())
                        .isLessThanOrEqualTo(other.score().falsePages());
            }
        }
        assertThat(falsePages(rows, 0)).isLessThanOrEqualTo(10);
        assertThat(falsePages(rows, 1)).isEqualTo(797);
        assertThat(falsePages(rows, 2)).isEqualTo(139);
    }

    private static int falsePages(List<Row> rows, int rule) {
        return rows.stream()
                .mapToInt(row -> row.each().get(rule).score().falsePages())
                .sum();
    }

    private static Row judge(String series) {
        MeasuredHistory history = CsvHistory.read(FOLDER.resolve(series + ".csv"));
        List<Incident> incidents = Incidents.read(FOLDER.resolve("incident-windows.json"), series + ".csv");
        Instant split = history.time(history.size() / 2);
        Baselines baselines = new Baselines(history, PERIOD, split);
        Scorecard tuned = new ThresholdTuner(
                        history, incidents, Set.of(Comparison.GREATER_THAN, Comparison.LESS_THAN), PERIOD, split)
                .propose(BORNE)
                .unseen();
        List<Incident> judged = incidents.stream()
                .filter(incident -> incident.overlaps(split, history.end()))
                .toList();
        return new Row(
                series,
                Stream.of(tuned, baselines.band(incidents), baselines.percentile(incidents))
                        .map(score -> new Figures(score, spent(history, judged, score, baselines.percentile())))
                        .toList());
    }

    private static double spent(MeasuredHistory history, List<Incident> judged, Scorecard score, double limit) {
        long bad = 0;
        for (int i = 0; i < judged.size(); i++) {
            Incident incident = judged.get(i);
            Instant until = score.detected() == judged.size()
                    ? incident.start().plus(score.delays().get(i))
                    : incident.end();
            MeasuredHistory before = history.between(incident.start(), until);
            for (int j = 0; j < before.size(); j++) {
                bad += before.value(j) > limit ? 1 : 0;
            }
        }
        return bad / (BUDGET * history.size());
    }

    private static void write(List<Row> rows) throws IOException {
        StringBuilder table = new StringBuilder("| series | tuned | band | p99 |\n| --- | --- | --- | --- |\n");
        rows.forEach(row -> table.append("| ")
                .append(row.series())
                .append(row.each().stream().map(Object::toString).collect(Collectors.joining(" | ", " | ", " |\n"))));
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table);
    }
}
