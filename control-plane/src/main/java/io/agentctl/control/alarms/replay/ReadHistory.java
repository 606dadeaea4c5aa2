package io.agentctl.control.alarms.replay;

import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.metrics.Statistic;
import java.time.Instant;
import java.util.Map;

/**
 * What was read of CloudWatch.
 *
 * @param read of each need, minute by minute
 * @param fine from when on minutes were still kept
 */
record ReadHistory(Map<Need, MinuteSeries> read, Instant fine) implements Measured {

    private static final int FIVE_MINUTES = 300;

    ReadHistory {
        read = Map.copyOf(read);
    }

    /** Parts of a statistic may have been read from different times on, as other alarms needed them. */
    @Override
    public Windowed read(Watched.Single metric, int periodSeconds) {
        int width = periodSeconds / Minutes.MINUTE;
        long since = Need.of(metric, periodSeconds).stream()
                .mapToLong(need -> of(need).firstEnd())
                .max()
                .orElseThrow();
        Windowed values = Windowed.of(since, periodSeconds, values(metric, periodSeconds, since));
        return metric.statistic().percentile().isEmpty()
                ? values
                : values.withSamples(SlidingWindows.sums(minutes(metric, Statistic.SAMPLE_COUNT, since), width));
    }

    @Override
    public Instant exactFrom(int periodSeconds) {
        return periodSeconds % FIVE_MINUTES == 0 ? Instant.MIN : fine;
    }

    private double[] values(Watched.Single metric, int periodSeconds, long since) {
        int width = periodSeconds / Minutes.MINUTE;
        Statistic statistic = metric.statistic();
        if (width == 1) {
            return minutes(metric, statistic, since);
        }
        return switch (statistic.awsName()) {
            case "Sum", "SampleCount" -> SlidingWindows.sums(minutes(metric, statistic, since), width);
            case "Minimum" -> SlidingWindows.minima(minutes(metric, statistic, since), width);
            case "Maximum" -> SlidingWindows.maxima(minutes(metric, statistic, since), width);
            case "Average" ->
                SlidingWindows.averages(
                        minutes(metric, Statistic.SUM, since), minutes(metric, Statistic.SAMPLE_COUNT, since), width);
            default -> of(Need.of(metric, periodSeconds).getFirst()).valuesSince(since);
        };
    }

    private double[] minutes(Watched.Single metric, Statistic statistic, long since) {
        return of(Need.minute(metric, statistic)).valuesSince(since);
    }

    private MinuteSeries of(Need need) {
        MinuteSeries series = read.get(need);
        if (series == null) {
            throw new IllegalStateException("was not read: " + need);
        }
        return series;
    }
}
