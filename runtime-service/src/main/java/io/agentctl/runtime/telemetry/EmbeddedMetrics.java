package io.agentctl.runtime.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics as a log line from which CloudWatch makes metrics (embedded metric format). */
final class EmbeddedMetrics {

    private EmbeddedMetrics() {}

    static byte[] line(List<MetricSamples> samples, long epochMillis) {
        Map<String, List<Object>> metrics = new LinkedHashMap<>();
        for (MetricSamples one : samples) {
            metrics.computeIfAbsent(one.namespace(), ignored -> new ArrayList<>())
                    .add(Map.of("Name", one.name(), "Unit", one.unit()));
        }
        List<Object> directives = new ArrayList<>();
        metrics.forEach((namespace, ofNamespace) -> directives.add(
                Map.of("Namespace", namespace, "Dimensions", List.of(List.of()), "Metrics", ofNamespace)));
        JsonLine line = JsonLine.of(Instant.ofEpochMilli(epochMillis), "metrics")
                .with("_aws", Map.of("Timestamp", epochMillis, "CloudWatchMetrics", directives));
        samples.forEach(one -> line.with(one.name(), Map.of("Values", one.values(), "Counts", one.counts())));
        return line.bytes();
    }
}
