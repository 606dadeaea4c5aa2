package io.agentctl.control.capacity;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a table and its global indexes have, all together, for a switch to provisioned needs all of them.
 *
 * @param parts by index; the table itself under the empty name
 */
record Throughputs(SortedMap<String, Throughput> parts) {

    Throughputs {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    static Throughputs of(Map<String, Throughput> parts) {
        return new Throughputs(new TreeMap<>(parts));
    }

    /** Reads what {@link #toString} writes. */
    static Throughputs parse(String text) {
        SortedMap<String, Throughput> parts = new TreeMap<>();
        for (String part : text.split(" ", -1)) {
            int equals = part.indexOf('=');
            parts.put(part.substring(0, equals), Throughput.parse(part.substring(equals + 1)));
        }
        return new Throughputs(parts);
    }

    /** All of them together. */
    Throughput sum() {
        return parts.values().stream().reduce(Throughput.NONE, Throughput::plus);
    }

    /** {@code =100/20 by-owner=10/20}. */
    @Override
    public String toString() {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(" "));
    }
}
