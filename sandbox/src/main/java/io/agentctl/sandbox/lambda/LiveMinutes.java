package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.workload.Aggregate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/** The samples of invocations that ran here, by metric and minute. Not thread-safe. */
final class LiveMinutes {
    private static final long SECONDS_PER_MINUTE = 60;

    private final Map<LambdaMetric, NavigableMap<Long, Aggregate>> aggregates = new EnumMap<>(LambdaMetric.class);
    private final NavigableMap<Long, List<Double>> durations = new TreeMap<>();

    void add(LambdaMetric metric, long second, double value) {
        long minute = Math.floorDiv(second, SECONDS_PER_MINUTE);
        aggregates
                .computeIfAbsent(metric, ignored -> new TreeMap<>())
                .computeIfAbsent(minute, ignored -> new Aggregate())
                .add(value, 1, value, value);
        if (metric == LambdaMetric.DURATION) {
            durations.computeIfAbsent(minute, ignored -> new ArrayList<>()).add(value);
        }
    }

    boolean isEmpty() {
        return aggregates.isEmpty();
    }

    void collect(LambdaMetric metric, long fromMinute, long endMinute, Aggregate into) {
        aggregates
                .getOrDefault(metric, new TreeMap<>())
                .subMap(fromMinute, endMinute)
                .values()
                .forEach(minute -> into.add(minute.sum(), minute.count(), minute.minimum(), minute.maximum()));
    }

    void durations(long fromMinute, long endMinute, DoubleConsumer each) {
        durations.subMap(fromMinute, endMinute).values().forEach(minute -> minute.forEach(each::accept));
    }
}
