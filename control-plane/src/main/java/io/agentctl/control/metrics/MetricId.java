package io.agentctl.control.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which metric.
 *
 * @param namespace such as {@code AWS/ECS}
 * @param name its name
 * @param dimensions whose it is; CloudWatch takes only exactly these, so none means the metric that has none
 */
public record MetricId(String namespace, String name, SortedMap<String, String> dimensions) {

    public MetricId {
        if (namespace.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a metric has a namespace and a name");
        }
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    public static MetricId of(String namespace, String name, Map<String, String> dimensions) {
        return new MetricId(namespace, name, new TreeMap<>(dimensions));
    }

    /** For example {@code AWS/ECS CPUUtilization (ClusterName=main, ServiceName=api)}. */
    @Override
    public String toString() {
        return namespace + " " + name
                + (dimensions.isEmpty()
                        ? ""
                        : dimensions.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(", ", " (", ")")));
    }
}
