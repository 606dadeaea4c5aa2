package io.agentctl.sandbox.table;

import io.agentctl.sandbox.workload.Aggregate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What CloudWatch knows of an account's tables. Thread-safe. */
public final class TableMetrics {
    private static final long SECONDS_PER_MINUTE = 60;
    private static final double CALL_MILLIS = 4;
    /** DynamoDB Developer Guide, "DynamoDB metrics and dimensions": what is provisioned is told so often. */
    private static final long PROVISIONED_MINUTES = 5;

    private final TableState state;

    /** The metrics of an account's tables. */
    public TableMetrics(TableState state) {
        this.state = state;
    }

    /**
     * One metric of a table.
     *
     * @param table the table's name
     * @param index the global index's name; empty for the table itself
     * @param operation the operation's name, of a metric by operation; else empty
     * @param metric which
     */
    public record Key(String table, String index, String operation, TableMetric metric) {}

    /** Every metric that there are samples of, in a stable order. */
    public List<Key> all() {
        return state.simulation().now(() -> {
            List<Key> keys = new ArrayList<>();
            for (SimTable table : state.all()) {
                add(keys, table, "", table.capacity());
                table.indexes().forEach((name, index) -> add(keys, table, name, index.capacity()));
                boolean used = table.capacity().used().traffic().isPresent();
                table.calls().names().stream()
                        .filter(name -> !used || UsedOperation.parse(name).isEmpty())
                        .forEach(name -> keys.add(new Key(table.name(), "", name, TableMetric.LATENCY)));
                for (UsedOperation operation : used ? UsedOperation.values() : new UsedOperation[0]) {
                    Arrays.stream(TableMetric.values())
                            .filter(TableMetric::byOperation)
                            .filter(metric -> metric != TableMetric.RETURNED_ITEMS || operation.items() > 0)
                            .forEach(metric -> keys.add(new Key(table.name(), "", operation.wireName(), metric)));
                }
            }
            return keys;
        });
    }

    private static void add(List<Key> keys, SimTable table, String index, Capacity capacity) {
        boolean used = usage(table, index).flatMap(Usage::traffic).isPresent();
        for (TableMetric metric : TableMetric.values()) {
            boolean there =
                    switch (metric) {
                        case CONSUMED_READ -> used || capacity.used().reads().everCalled();
                        case CONSUMED_WRITE -> used || capacity.used().writes().everCalled();
                        case PROVISIONED_READ, PROVISIONED_WRITE ->
                            capacity.provisioned().isPresent();
                        case READ_THROTTLES, WRITE_THROTTLES ->
                            used && capacity.provisioned().isPresent();
                        case THROTTLED_REQUESTS, LATENCY, RETURNED_ITEMS -> false;
                    };
            if (there) {
                keys.add(new Key(table.name(), index, "", metric));
            }
        }
    }

    private static Optional<Usage> usage(SimTable table, String index) {
        return index.isEmpty()
                ? Optional.of(table.capacity().used())
                : Optional.ofNullable(table.indexes().get(index))
                        .map(known -> known.capacity().used());
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
            long passed = Math.floorDiv(state.simulation().instant().getEpochSecond(), SECONDS_PER_MINUTE);
            state.find(key.table()).ifPresent(table -> {
                if (key.metric().byOperation()) {
                    called(table, key, fromMinute, Math.min(fromMinute + minutes, passed), into);
                    UsedOperation.parse(key.operation())
                            .ifPresent(operation -> collect(
                                    table, operation, key.metric(), new Span(fromMinute, minutes, passed), into));
                } else {
                    usage(table, key.index())
                            .ifPresent(
                                    usage -> collect(usage, key.metric(), new Span(fromMinute, minutes, passed), into));
                }
            });
            return into;
        });
    }

    /** What was called over HTTP, which took {@link #CALL_MILLIS} each. */
    private static void called(SimTable table, Key key, long from, long end, Aggregate into) {
        for (long minute = from; minute < end; minute++) {
            OperationCounts.Count count = table.calls().at(key.operation(), minute);
            switch (key.metric()) {
                case LATENCY -> into.add(count.served() * CALL_MILLIS, count.served(), CALL_MILLIS, CALL_MILLIS);
                case RETURNED_ITEMS -> {
                    if (key.operation().equals("Query") || key.operation().equals("Scan")) {
                        into.add(count.items(), count.served(), 0, count.items());
                    }
                }
                case THROTTLED_REQUESTS -> into.add(count.throttled(), count.throttled(), 1, 1);
                case CONSUMED_READ,
                        CONSUMED_WRITE,
                        PROVISIONED_READ,
                        PROVISIONED_WRITE,
                        READ_THROTTLES,
                        WRITE_THROTTLES -> throw new IllegalArgumentException("not by operation: " + key.metric());
            }
        }
    }

    private record Span(long from, int minutes, long passed) {
        /** The first minute that a series can have. */
        long first(UnitSeries series) {
            return Math.max(from, series.since());
        }

        long end() {
            return Math.min(from + minutes, passed);
        }
    }

    private static void collect(Usage usage, TableMetric metric, Span span, Aggregate into) {
        usage.advance(span.passed());
        UnitSeries series =
                switch (metric) {
                    case CONSUMED_READ, PROVISIONED_READ, READ_THROTTLES -> usage.reads();
                    case CONSUMED_WRITE, PROVISIONED_WRITE, WRITE_THROTTLES -> usage.writes();
                    case THROTTLED_REQUESTS, LATENCY, RETURNED_ITEMS ->
                        throw new IllegalArgumentException("by operation: " + metric);
                };
        for (long minute = span.first(series); minute < span.end(); minute++) {
            switch (metric) {
                case CONSUMED_READ, CONSUMED_WRITE -> units(series.consumed(minute), into);
                case READ_THROTTLES, WRITE_THROTTLES -> units(series.throttled(minute), into);
                case PROVISIONED_READ, PROVISIONED_WRITE -> {
                    double level = series.provisioned(minute);
                    if (level >= 0 && Math.floorMod(minute, PROVISIONED_MINUTES) == 0) {
                        into.add(level, 1, level, level);
                    }
                }
                case THROTTLED_REQUESTS, LATENCY, RETURNED_ITEMS ->
                    throw new IllegalArgumentException("by operation: " + metric);
            }
        }
    }

    /** A sample a request, which takes one unit. */
    private static void units(double units, Aggregate into) {
        into.add(units, Math.ceil(units), 1, 1);
    }

    private static void collect(
            SimTable table, UsedOperation operation, TableMetric metric, Span span, Aggregate into) {
        collect(table.capacity().used(), false, operation, metric, span, into);
        table.indexes()
                .values()
                .forEach(index -> collect(index.capacity().used(), true, operation, metric, span, into));
    }

    private static void collect(
            Usage usage, boolean index, UsedOperation operation, TableMetric metric, Span span, Aggregate into) {
        usage.advance(span.passed());
        UnitSeries series = operation.reads() ? usage.reads() : usage.writes();
        for (long minute = span.first(series); minute < span.end(); minute++) {
            double served = Math.rint(operation.requests(series.usedByOthers(minute), usage.scans(), index));
            switch (metric) {
                case LATENCY -> into.add(served * operation.millis(), served, operation.millis(), operation.millis());
                case RETURNED_ITEMS -> {
                    if (operation.items() > 0) {
                        into.add(served * operation.items(), served, operation.items(), operation.items());
                    }
                }
                case THROTTLED_REQUESTS -> {
                    double refused =
                            Math.ceil(operation.requests(series.refusedToOthers(minute), usage.scans(), index));
                    into.add(refused, refused, 1, 1);
                }
                case CONSUMED_READ,
                        CONSUMED_WRITE,
                        PROVISIONED_READ,
                        PROVISIONED_WRITE,
                        READ_THROTTLES,
                        WRITE_THROTTLES -> throw new IllegalArgumentException("not by operation: " + metric);
            }
        }
    }
}
