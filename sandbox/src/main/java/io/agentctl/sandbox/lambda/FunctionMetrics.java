package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.workload.Aggregate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What CloudWatch knows of an account's functions. Thread-safe. */
public final class FunctionMetrics {
    private static final long SECONDS_PER_MINUTE = 60;

    private final LambdaState state;

    /** The metrics of an account's functions. */
    public FunctionMetrics(LambdaState state) {
        this.state = state;
    }

    /**
     * One metric of a function.
     *
     * @param function the function's name
     * @param qualifier the alias or version; empty for the function as a whole
     * @param metric which
     */
    public record Key(String function, String qualifier, LambdaMetric metric) {}

    /** Every metric that there are samples of, in a stable order. */
    public List<Key> all() {
        return state.simulation().now(() -> {
            List<Key> keys = new ArrayList<>();
            for (LambdaFunction function : state.functions()) {
                for (String qualifier : function.series().qualifiers()) {
                    Arrays.stream(LambdaMetric.values())
                            .filter(metric -> !metric.ofProvisioned()
                                    || function.provisioned().containsKey(qualifier))
                            .forEach(metric -> keys.add(new Key(function.name(), qualifier, metric)));
                }
            }
            return keys;
        });
    }

    /**
     * Collects the samples of some minutes.
     *
     * @param key which metric; one that there is not has no samples
     * @param fromMinute the first minute since the epoch
     * @param minutes how many
     * @param into where to collect; cleared first
     */
    public void collect(Key key, long fromMinute, int minutes, Aggregate into) {
        state.simulation().now(() -> {
            into.clear();
            series(key)
                    .ifPresent(series -> series.collect(
                            key.qualifier(),
                            key.metric(),
                            new FunctionSeries.Span(fromMinute, fromMinute + minutes, passed()),
                            into));
            return into;
        });
    }

    /**
     * A percentile of some minutes' durations.
     *
     * @param rank 0 to 100
     * @return milliseconds; NaN when there are none
     */
    public double percentile(Key key, double rank, long fromMinute, int minutes) {
        return state.simulation().now(() -> series(key)
                .map(series -> series.percentile(
                        key.qualifier(), rank, new FunctionSeries.Span(fromMinute, fromMinute + minutes, passed())))
                .orElse(Double.NaN));
    }

    private Optional<FunctionSeries> series(Key key) {
        return state.functions().stream()
                .filter(function -> function.name().equals(key.function()))
                .findFirst()
                .map(LambdaFunction::series);
    }

    private long passed() {
        return Math.floorDiv(state.simulation().instant().getEpochSecond(), SECONDS_PER_MINUTE);
    }
}
