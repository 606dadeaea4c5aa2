package io.agentctl.sandbox.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How often operations were called over HTTP, minute by minute. */
final class OperationCounts {
    private static final Count NONE = new Count(0, 0, 0);

    private final Map<String, Map<Long, Count>> counts = new HashMap<>();

    /**
     * Calls of an operation in a minute.
     *
     * @param served those that were served
     * @param items what they returned
     * @param throttled those that were not
     */
    record Count(double served, double items, double throttled) {
        Count plus(Count other) {
            return new Count(served + other.served, items + other.items, throttled + other.throttled);
        }
    }

    void add(String operation, long minute, Count count) {
        counts.computeIfAbsent(operation, ignored -> new HashMap<>()).merge(minute, count, Count::plus);
    }

    Count at(String operation, long minute) {
        return counts.getOrDefault(operation, Map.of()).getOrDefault(minute, NONE);
    }

    Set<String> names() {
        return new TreeSet<>(counts.keySet());
    }
}
