package io.agentctl.control.alarms.replay;

import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be read of a metric.
 *
 * @param query which statistic
 * @param periodSeconds over which period; a minute, unless the statistic cannot be put together from minutes
 */
record Need(MetricQuery query, int periodSeconds) {

    /** Over long periods more would be asked than they are worth: a statistic of a day changes little in a minute. */
    private static final int MOST_QUESTIONS = 60;

    /** What a statistic over a period is put together from. */
    static List<Need> of(Watched.Single metric, int periodSeconds) {
        List<Need> needs = new ArrayList<>(parts(metric, periodSeconds));
        if (metric.statistic().percentile().isPresent()) {
            needs.add(minute(metric, Statistic.SAMPLE_COUNT));
        }
        return needs;
    }

    private static List<Need> parts(Watched.Single metric, int periodSeconds) {
        Statistic statistic = metric.statistic();
        if (periodSeconds == Minutes.MINUTE) {
            return List.of(minute(metric, statistic));
        }
        return switch (statistic.awsName()) {
            case "Sum", "SampleCount", "Minimum", "Maximum" -> List.of(minute(metric, statistic));
            case "Average" -> List.of(minute(metric, Statistic.SUM), minute(metric, Statistic.SAMPLE_COUNT));
            default -> List.of(new Need(new MetricQuery(metric.metric(), statistic), periodSeconds));
        };
    }

    static Need minute(Watched.Single metric, Statistic statistic) {
        return new Need(new MetricQuery(metric.metric(), statistic), Minutes.MINUTE);
    }

    /** Every how many minutes a period of its own is read; 0 where single minutes are. */
    int stepMinutes() {
        return periodSeconds == Minutes.MINUTE ? 0 : Math.max(1, periodSeconds / Minutes.MINUTE / MOST_QUESTIONS);
    }

    /** Whether the values of shorter periods add up to that of a longer one. */
    boolean adds() {
        return query.statistic().equals(Statistic.SUM) || query.statistic().equals(Statistic.SAMPLE_COUNT);
    }
}
