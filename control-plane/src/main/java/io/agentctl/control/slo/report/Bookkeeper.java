package io.agentctl.control.slo.report;

import io.agentctl.alarm.metric.Comparison;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Indicator.Counted;
import io.agentctl.control.slo.Indicator.Reading;
import io.agentctl.control.slo.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Turns what CloudWatch has of an objective into a {@link Ledger}. */
final class Bookkeeper {

    /** Events are summed up by five minutes, which CloudWatch keeps for two months. */
    private static final Duration USUAL = Duration.ofMinutes(5);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** The latest events are told apart by the minute, for burn rates over short windows. */
    private static final Duration RECENT = Duration.ofHours(6);

    private static final double SECONDS_A_MINUTE = 60;
    /** Statistics that grow with the period. */
    private static final Pattern ADDED = Pattern.compile("Sum|SampleCount|T[CS]\\(.*|t[cs]\\d.*");

    private Bookkeeper() {}

    /** What has to be read for the time from an instant to now. */
    static List<Stretch> stretches(Objective objective, Instant from, Instant now) {
        return switch (objective.budgeting()) {
            case Budgeting.TimeSlices slices -> Stretch.of(from, now, slices.slice(), now);
            case Budgeting.Occurrences ignored -> {
                long recent = Math.floorDiv(now.minus(RECENT).getEpochSecond(), USUAL.toSeconds()) * USUAL.toSeconds();
                Instant since = Instant.ofEpochSecond(recent);
                List<Stretch> both = new ArrayList<>(Stretch.of(from, since, USUAL, now));
                both.addAll(Stretch.of(since.isBefore(from) ? from : since, now, MINUTE, now));
                yield both;
            }
        };
    }

    /** The metrics that have to be read over each stretch. */
    static List<MetricQuery> queries(Objective objective) {
        return switch (objective.indicator()) {
            case Indicator.Ratio ratio -> List.of(query(ratio.events()), query(ratio.total()));
            case Indicator.Threshold threshold -> List.of(query(threshold.figure()));
        };
    }

    private static MetricQuery query(Reading reading) {
        return new MetricQuery(reading.metric(), reading.statistic());
    }

    /** Keeps the books, given what was read over each stretch. */
    static Ledger ledger(Objective objective, List<Stretch> stretches, BiFunction<Stretch, MetricQuery, Series> read) {
        return Ledger.of(stretches.stream()
                .map(stretch -> part(
                        objective,
                        stretch,
                        queries(objective).stream()
                                .map(query -> read.apply(stretch, query))
                                .toList()))
                .toList());
    }

    private static Ledger.Part part(Objective objective, Stretch stretch, List<Series> series) {
        int size = series.getFirst().size();
        double[] bad = new double[size];
        double[] total = new double[size];
        for (int i = 0; i < size; i++) {
            switch (objective.indicator()) {
                case Indicator.Ratio ratio -> {
                    total[i] = series.get(1).value(i) * ratio.total().factor();
                    bad[i] = bad(ratio, series.getFirst().value(i), total[i]);
                }
                case Indicator.Threshold threshold -> {
                    double figure = figure(
                            threshold.figure(),
                            objective,
                            stretch,
                            series.getFirst().value(i));
                    total[i] = Double.isNaN(figure) ? Double.NaN : 1;
                    bad[i] = good(threshold.good(), figure, threshold.limit()) ? 0 : 1;
                }
            }
            if (objective.budgeting() instanceof Budgeting.TimeSlices slices) {
                double minutes = stretch.period().toSeconds() / SECONDS_A_MINUTE;
                boolean missed = !(1 - bad[i] / total[i] >= slices.goodFrom());
                // A slice without events is no evidence of anything.
                total[i] = total[i] > 0 ? minutes : Double.NaN;
                bad[i] = missed ? minutes : 0;
            }
        }
        Instant from = stretch.from();
        return Ledger.Part.of(Series.of(from, stretch.period(), bad), Series.of(from, stretch.period(), total));
    }

    /** Where events were counted but none of a kind, CloudWatch has nothing of that kind: there was none. */
    private static double bad(Indicator.Ratio ratio, double events, double total) {
        if (!(total > 0)) {
            return 0;
        }
        double counted = Double.isNaN(events) ? 0 : events * ratio.events().factor();
        return Math.clamp(ratio.counted() == Counted.BAD ? counted : total - counted, 0, total);
    }

    private static boolean good(Comparison good, double figure, double limit) {
        return good.breaches(figure, limit);
    }

    /** A sum over more than a slice is brought down to one. */
    private static double figure(Reading reading, Objective objective, Stretch stretch, double value) {
        double scale = objective.budgeting() instanceof Budgeting.TimeSlices slices && added(reading.statistic())
                ? (double) slices.slice().toSeconds() / stretch.period().toSeconds()
                : 1;
        return value * scale * reading.factor();
    }

    private static boolean added(Statistic statistic) {
        return ADDED.matcher(statistic.awsName()).matches();
    }

    /** The latest figure of an indicator with a limit, in the metric's unit. */
    static OptionalDouble latest(
            Objective objective, List<Stretch> stretches, BiFunction<Stretch, MetricQuery, Series> read) {
        if (!(objective.indicator() instanceof Indicator.Threshold threshold)) {
            return OptionalDouble.empty();
        }
        for (Stretch stretch : stretches.reversed()) {
            Series series = read.apply(stretch, query(threshold.figure()));
            for (int i = series.size() - 1; i >= 0; i--) {
                if (!Double.isNaN(series.value(i))) {
                    return OptionalDouble.of(figure(threshold.figure(), objective, stretch, series.value(i)));
                }
            }
        }
        return OptionalDouble.empty();
    }
}
