package io.agentctl.sandbox.metrics;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/**
 * What identifies a metric.
 *
 * @param namespace such as {@code AWS/ECS}
 * @param name such as {@code CPUUtilization}
 * @param dimensions name to value; the order does not matter
 */
record MetricKey(String namespace, String name, Map<String, String> dimensions) {
    /** Validates and copies. */
    MetricKey {
        if (namespace == null || namespace.isBlank()) {
            throw CloudWatchErrors.missing("Namespace");
        }
        if (name == null || name.isBlank()) {
            throw CloudWatchErrors.missing("MetricName");
        }
        dimensions = new TreeMap<>(dimensions);
    }

    static MetricKey of(Metric metric) {
        return of(metric.namespace(), metric.metricName(), metric.dimensions());
    }

    static MetricKey of(String namespace, String name, Collection<Dimension> dimensions) {
        Map<String, String> values = new TreeMap<>();
        dimensions.forEach(dimension -> values.put(dimension.name(), dimension.value()));
        return new MetricKey(namespace, name, values);
    }

    Metric toMetric() {
        return Metric.builder()
                .namespace(namespace)
                .metricName(name)
                .dimensions(dimensions.entrySet().stream()
                        .map(entry -> Dimension.builder()
                                .name(entry.getKey())
                                .value(entry.getValue())
                                .build())
                        .toList())
                .build();
    }
}
