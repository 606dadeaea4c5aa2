package io.agentctl.control.alarms.replay;

import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads from CloudWatch what alarms look at: single minutes, in full batches, from which sums and extremes over longer
 * periods follow; other statistics over longer periods once for each minute of the period. What is older than minutes
 * are kept is read in periods of five.
 */
public final class HistoryReader {

    /** How long single minutes are kept, and periods of five; source: GetMetricData, service model. */
    static final Duration MINUTES_KEPT = Duration.ofDays(15);

    static final Duration FIVE_MINUTES_KEPT = Duration.ofDays(63);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration DAY = Duration.ofDays(1);

    private final MetricsGateway metrics;

    public HistoryReader(MetricsGateway metrics) {
        this.metrics = metrics;
    }

    /**
     * Reads.
     *
     * @param wanted what is looked at
     * @param minutes at which it is
     * @param now what is kept, counts from here
     */
    Measured read(Collection<Wanted> wanted, Minutes minutes, Instant now) {
        Map<Need, Duration> reaches = reaches(wanted);
        Instant fine =
                Instant.ofEpochSecond(Math.ceilDiv(now.minus(MINUTES_KEPT).getEpochSecond(), 300L) * 300);
        Map<Need, MinuteSeries> read = new HashMap<>();
        Map<Duration, List<Need>> byReach = new LinkedHashMap<>();
        reaches.forEach((need, reach) -> byReach.computeIfAbsent(days(reach), ignored -> new ArrayList<>())
                .add(need));
        byReach.forEach((reach, needs) -> {
            Instant from = Instant.ofEpochSecond(
                    Math.floorDiv(minutes.from().minus(reach).getEpochSecond(), 300L) * 300);
            read.putAll(read(needs, from, minutes.to(), fine));
        });
        return new ReadHistory(read, fine);
    }

    private Map<Need, MinuteSeries> read(List<Need> needs, Instant from, Instant to, Instant fine) {
        Instant divide = from.isBefore(fine) ? (fine.isBefore(to) ? fine : to) : from;
        List<Need> byMinute =
                needs.stream().filter(need -> need.stepMinutes() == 0).toList();
        List<MetricQuery> queries = byMinute.stream().map(Need::query).toList();
        Map<Need, MinuteSeries> read = new HashMap<>();
        needs.forEach(need -> read.put(need, MinuteSeries.empty(from, to)));
        if (divide.isBefore(to) && !queries.isEmpty()) {
            List<Series> series = metrics.read(queries, divide, to, MINUTE);
            for (int i = 0; i < series.size(); i++) {
                read.get(byMinute.get(i)).put(series.get(i), MinuteSeries.Spread.EACH);
            }
        }
        if (from.isBefore(divide)) {
            List<Series> series = metrics.read(needs.stream().map(Need::query).toList(), from, divide, FIVE_MINUTES);
            for (int i = 0; i < series.size(); i++) {
                Need need = needs.get(i);
                read.get(need).put(series.get(i), need.adds() ? MinuteSeries.Spread.EVENLY : MinuteSeries.Spread.EACH);
            }
        }
        for (Need need : needs) {
            if (need.stepMinutes() > 0 && divide.isBefore(to)) {
                readSliding(need, divide, to, read.get(need));
            }
        }
        return read;
    }

    /**
     * CloudWatch begins periods at the minute that is asked for, so each minute's periods are a question of its own.
     */
    private void readSliding(Need need, Instant from, Instant to, MinuteSeries into) {
        Duration period = Duration.ofSeconds(need.periodSeconds());
        for (int phase = 0; phase < period.toMinutes(); phase += need.stepMinutes()) {
            Instant start = from.plus(Duration.ofMinutes(phase));
            long periods = Duration.between(start, to).dividedBy(period);
            if (periods > 0) {
                Instant end = start.plus(period.multipliedBy(periods));
                Series series =
                        metrics.read(List.of(need.query()), start, end, period).getFirst();
                into.putEnds(series, need.stepMinutes());
            }
        }
    }

    private static Map<Need, Duration> reaches(Collection<Wanted> wanted) {
        Map<Need, Duration> reaches = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            // A set, for a percentile of a minute may need its number of samples twice.
            for (Need need : Set.copyOf(Need.of(one.metric(), one.periodSeconds()))) {
                reaches.merge(need, one.reach(), (first, second) -> first.compareTo(second) > 0 ? first : second);
            }
        }
        return reaches;
    }

    /** Whole days, so that what looks about as far back shares its calls. */
    private static Duration days(Duration reach) {
        return DAY.multipliedBy(Math.ceilDiv(reach.toSeconds(), DAY.toSeconds()));
    }
}
