package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.Datapoints;
import io.agentctl.alarm.metric.MissingData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * An alarm and the series that it looks at, both of chance: small whole numbers around the threshold, gaps of all
 * lengths, few samples and many.
 *
 * @param name of both
 * @param rule when the alarm changes its state
 * @param statistic as CloudWatch spells it
 * @param samples what was measured, in order of time
 * @param points what was worked out already, by the beginning of the period
 */
record GeneratedPair(
        String name, AlarmRule rule, String statistic, List<Sample> samples, Map<Long, Optional<Point>> points) {
    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());
    private static final List<MissingData> TREATMENTS = List.of(MissingData.values());
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int[] PERIODS = {60, 60, 60, 120, 180, 300};
    private static final int[] SHORT_PERIODS = {10, 20, 30};
    private static final String[] STATISTICS = {"Average", "Maximum", "Minimum", "Sum", "SampleCount", "p90"};
    private static final double NINETY = 0.9;
    /** One pair in so many has a period below a minute; another looks back more than a day. */
    private static final int SELDOM = 40;

    GeneratedPair {
        samples = List.copyOf(samples);
    }

    /**
     * A value that occurred some times at a moment.
     *
     * @param second since the epoch
     */
    record Sample(long second, double value, int count) {}

    /**
     * What a period comes to.
     *
     * @param value its statistic
     * @param count of how many samples
     */
    record Point(double value, int count) {}

    static GeneratedPair of(int number, SplittableRandom random, Instant start, Instant end) {
        boolean quick = number % SELDOM == 1;
        boolean far = number % SELDOM == 2;
        int period = quick
                ? SHORT_PERIODS[random.nextInt(SHORT_PERIODS.length)]
                : far ? HOUR : PERIODS[random.nextInt(PERIODS.length)];
        int periods = far ? 25 + random.nextInt(3) : 1 + random.nextInt(6);
        String statistic = STATISTICS[random.nextInt(STATISTICS.length)];
        boolean few = statistic.equals("p90") && random.nextBoolean();
        AlarmRule rule = new AlarmRule(
                one(random, COMPARISONS),
                statistic.equals("SampleCount") ? 100 : 5,
                period,
                periods,
                1 + random.nextInt(periods),
                one(random, TREATMENTS),
                few ? OptionalDouble.of(NINETY) : OptionalDouble.empty());
        long reach = (long) rule.rangePeriods() * period;
        int step = quick ? period : far ? 10 * MINUTE : MINUTE;
        return new GeneratedPair(
                "m" + number,
                rule,
                statistic,
                samples(random, start.getEpochSecond() - reach, end.getEpochSecond(), step),
                new HashMap<>());
    }

    private static List<Sample> samples(SplittableRandom random, long from, long to, int step) {
        List<Sample> samples = new ArrayList<>();
        // Stretches in which data come often, seldom or not at all, and lie rather low, high or in between.
        for (long second = from / step * step; second < to; ) {
            double share = random.nextInt(4) / 3.0;
            int base = random.nextInt(3) * 2;
            long until = second + (long) step * (1 + random.nextInt(25));
            for (; second < Math.min(until, to); second += step) {
                if (random.nextDouble() < share) {
                    int count = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 90 + random.nextInt(30);
                    samples.add(new Sample(
                            second + random.nextInt(Math.min(step, MINUTE)), base + random.nextInt(5), count));
                }
            }
        }
        return samples;
    }

    int everySeconds() {
        return rule.periodSeconds() < MINUTE
                ? rule.periodSeconds()
                : rule.periodSeconds() * rule.evaluationPeriods() > 24 * HOUR ? HOUR : MINUTE;
    }

    Instant firstDecision(Instant start) {
        return start.plusSeconds(everySeconds());
    }

    PutMetricAlarmRequest request() {
        PutMetricAlarmRequest.Builder request = PutMetricAlarmRequest.builder()
                .alarmName(name)
                .namespace("generated")
                .metricName(name)
                .period(rule.periodSeconds())
                .evaluationPeriods(rule.evaluationPeriods())
                .datapointsToAlarm(rule.datapointsToAlarm())
                .threshold(rule.threshold())
                .comparisonOperator(rule.comparison().awsName())
                .treatMissingData(rule.missing().awsName());
        if (statistic.startsWith("p")) {
            request.extendedStatistic(statistic)
                    .evaluateLowSampleCountPercentile(rule.fewSamples().isPresent() ? "ignore" : "evaluate");
        } else {
            request.statistic(statistic);
        }
        return request.build();
    }

    /** What is put into the metric between two times. */
    Stream<MetricDatum> data(Instant from, Instant to) {
        return samples.stream()
                .filter(sample -> Instant.ofEpochSecond(sample.second()).isBefore(to)
                        && !Instant.ofEpochSecond(sample.second()).isBefore(from))
                .map(sample -> MetricDatum.builder()
                        .metricName(name)
                        .timestamp(Instant.ofEpochSecond(sample.second()))
                        .values(sample.value())
                        .counts((double) sample.count())
                        .build());
    }

    /** The periods before a time, as a back-test would read them from anywhere. */
    Datapoints before(long endSecond, int periods) {
        double[] values = new double[periods];
        double[] counts = new double[periods];
        for (int i = 0; i < periods; i++) {
            Optional<Point> point = point(endSecond - (long) (periods - i) * rule.periodSeconds());
            values[i] = point.map(Point::value).orElse(Double.NaN);
            counts[i] = point.map(some -> (double) some.count()).orElse(Double.POSITIVE_INFINITY);
        }
        return new Datapoints(values, counts);
    }

    /** The period that begins at a time; empty where nothing was measured. */
    Optional<Point> point(long from) {
        return points.computeIfAbsent(from, ignored -> {
            List<Double> all = samples.stream()
                    .filter(sample -> sample.second() >= from && sample.second() < from + rule.periodSeconds())
                    .flatMap(sample -> Stream.generate(sample::value).limit(sample.count()))
                    .sorted()
                    .toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(new Point(statistic(all), all.size()));
        });
    }

    private double statistic(List<Double> all) {
        double sum = all.stream().mapToDouble(Double::doubleValue).sum();
        return switch (statistic) {
            case "Average" -> sum / all.size();
            case "Maximum" -> all.getLast();
            case "Minimum" -> all.getFirst();
            case "Sum" -> sum;
            case "SampleCount" -> all.size();
            default -> all.get((int) Math.ceil(all.size() * 90 / 100.0) - 1);
        };
    }

    private static <T> T one(SplittableRandom random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
