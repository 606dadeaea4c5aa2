package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.MissingData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Thresholds that are passed in vain as seldom as is wanted, from a stretch of history outside of its incidents. */
final class Thresholds {

    /** Into how many blocks the stretch is divided: half a day each, where a week is seen. */
    private static final int BLOCKS = 14;
    /** Shorter blocks, in values, hardly differ from single values. */
    private static final int SHORTEST_BLOCK = 12;

    private static final double WEEK = 7 * 86_400.0;
    private static final double DAY = 86_400.0;

    private final double[] values;
    private final boolean[] counted;
    private final Duration period;

    private Thresholds(double[] values, boolean[] counted, Duration period) {
        this.values = values;
        this.counted = counted;
        this.period = period;
    }

    static Thresholds of(MeasuredHistory history, List<Incident> incidents, Duration period, Instant to) {
        int count = (int) Duration.between(history.start(), to).dividedBy(period);
        Instant from = to.minus(period.multipliedBy(count));
        boolean[] counted = new boolean[count];
        for (int i = 0; i < count; i++) {
            Instant begin = from.plus(period.multipliedBy(i));
            counted[i] = incidents.stream().noneMatch(incident -> incident.overlaps(begin, begin.plus(period)));
        }
        return new Thresholds(
                history.averages(period).before(to.getEpochSecond(), count).values(), counted, period);
    }

    /**
     * The rule for a shape.
     *
     * @param pagesPerWeek how many pages in vain are borne, over 0
     */
    AlarmRule rule(Shape shape, double pagesPerWeek) {
        double sign = shape.above() ? 1 : -1;
        double[] outward = new double[values.length];
        for (int i = 0; i < outward.length; i++) {
            outward[i] = sign * values[i];
        }
        int length = Math.max(SHORTEST_BLOCK, values.length / BLOCKS);
        double[] maxima =
                Levels.maxima(Levels.of(outward, shape.datapoints(), shape.periods()), afterwards(shape), length);
        double blocksPerWeek = WEEK / (length * (double) period.toSeconds());
        double level = maxima.length < 2
                ? highest(outward)
                : ReturnLevel.of(maxima, blocksPerWeek / (pagesPerWeek * shape.share()));
        return new AlarmRule(
                shape.comparison(),
                sign * (level + Math.max(0, sign * drift())),
                (int) period.toSeconds(),
                shape.periods(),
                shape.datapoints(),
                MissingData.MISSING,
                OptionalDouble.empty());
    }

    /** How far the series will have gone with its trend when as much time has passed again as was seen. */
    double drift() {
        int day = (int) Math.max(1, Math.round(DAY / period.toSeconds()));
        return Trend.perDay(values, counted, day) * values.length / day;
    }

    /** Values of an incident are in the windows of an alarm for a while after it. */
    private boolean[] afterwards(Shape shape) {
        boolean[] clean = new boolean[counted.length];
        int since = shape.periods();
        for (int i = 0; i < clean.length; i++) {
            since = counted[i] ? since + 1 : 0;
            clean[i] = since >= shape.periods();
        }
        return clean;
    }

    private static double highest(double[] outward) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : outward) {
            highest = Double.isNaN(value) ? highest : Math.max(highest, value);
        }
        return highest;
    }
}
