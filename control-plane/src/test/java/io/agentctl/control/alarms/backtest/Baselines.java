package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.DatapointSource;
import io.agentctl.alarm.metric.Datapoints;
import io.agentctl.alarm.metric.MissingData;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What is done without tuning: a band of usual values by the hour of the day, and a static percentile. */
final class Baselines {

    private static final int HOURS = 24;
    private static final double WIDTH = 2;

    private final MeasuredHistory history;
    private final MeasuredHistory first;
    private final Duration period;
    private final Instant split;

    Baselines(MeasuredHistory history, Duration period, Instant split) {
        this.history = history;
        this.first = history.between(history.start(), split);
        this.period = period;
        this.split = split;
    }

    /** The 99th percentile of the first part. */
    double percentile() {
        double[] sorted = first.sorted();
        return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
    }

    /** Above the 99th percentile of the first part. */
    Scorecard percentile(List<Incident> incidents) {
        return score(history.averages(period), percentile(), incidents);
    }

    /** More than two standard deviations from the mean of the hour of the day, as the first part had it. */
    Scorecard band(List<Incident> incidents) {
        return score(distances(), WIDTH, incidents);
    }

    private Scorecard score(DatapointSource source, double threshold, List<Incident> incidents) {
        AlarmRule rule = new AlarmRule(
                Comparison.GREATER_THAN,
                threshold,
                (int) period.toSeconds(),
                1,
                1,
                MissingData.MISSING,
                OptionalDouble.empty());
        AlarmHistory played = AlarmHistory.of(rule, source, split, history.end());
        return Scorecard.of(played.alarms(), incidents, split, history.end());
    }

    private DatapointSource distances() {
        double[] means = new double[HOURS];
        double[] deviations = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            List<Double> usual = new ArrayList<>();
            for (int i = 0; i < first.size(); i++) {
                if (hour(first.time(i)) == hour) {
                    usual.add(first.value(i));
                }
            }
            double mean =
                    usual.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            means[hour] = mean;
            deviations[hour] = Math.sqrt(usual.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow());
        }
        DatapointSource averages = history.averages(period);
        return (end, periods) -> {
            Datapoints read = averages.before(end, periods);
            double[] distances = new double[periods];
            for (int i = 0; i < periods; i++) {
                Instant at = Instant.ofEpochSecond(end)
                        .minus(period.multipliedBy(periods - i - 1L))
                        .minusSeconds(1);
                int hour = hour(at);
                distances[i] = Math.abs(read.values()[i] - means[hour]) / deviations[hour];
            }
            return new Datapoints(distances, read.samples());
        };
    }

    private static int hour(Instant time) {
        return time.atZone(ZoneOffset.UTC).getHour();
    }
}
