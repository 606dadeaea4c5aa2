package io.agentctl.sandbox.world;

import io.agentctl.sandbox.workload.SampleModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;

/**
 * A metric that the simulated system publishes, as it is written down.
 *
 * @param namespace its namespace
 * @param name its name
 * @param unit as CloudWatch spells it
 * @param dimensions name to value
 * @param traffic how often something is measured; a pattern as that of a function's traffic
 * @param median half of the values are below it
 * @param p99 one value in a hundred is above it
 * @param noise relative standard deviation of the median
 * @param share which share of the values is {@code value}, the others being 0
 * @param value the value of that share, or of all where there is no share
 * @param incidents times at which it was otherwise
 */
record MetricDocument(
        String namespace,
        String name,
        String unit,
        Map<String, String> dimensions,
        TrafficDocument traffic,
        Double median,
        Double p99,
        Double noise,
        Double share,
        Double value,
        List<IncidentDocument> incidents) {
    private static final double USUAL_NOISE = 0.05;
    private static final double USUAL_TAIL = 4;

    /** Fills in defaults and validates. */
    MetricDocument {
        if (namespace == null || namespace.isBlank() || name == null || name.isBlank() || traffic == null) {
            throw new IllegalArgumentException("a metric needs namespace, name and traffic");
        }
        if ((median == null) == (value == null)) {
            throw new IllegalArgumentException("metric " + name + " has either a median or a value");
        }
        unit = unit == null ? "None" : unit;
        dimensions = dimensions == null ? Map.of() : Map.copyOf(dimensions);
        incidents = incidents == null ? List.of() : List.copyOf(incidents);
        values(median, p99, noise, share, value);
    }

    /**
     * A time at which a metric was otherwise.
     *
     * @param ago how long before the sandbox starts it began
     * @param lasts how long
     * @param factor what values are multiplied by; 1 without it
     * @param share what share of the values is {@code value}; as usual without it
     * @param traffic what the number of values is multiplied by; 1 without it
     */
    record IncidentDocument(Duration ago, Duration lasts, Double factor, Double share, Double traffic) {
        IncidentDocument {
            if (ago == null || lasts == null) {
                throw new IllegalArgumentException("an incident needs ago and lasts");
            }
            factor = factor == null ? 1 : factor;
            traffic = traffic == null ? 1 : traffic;
        }

        SampleModel.Incident toIncident(long startMinute) {
            long from = startMinute - ago.toMinutes();
            return new SampleModel.Incident(
                    from, from + lasts.toMinutes(), factor, share == null ? -1 : share, traffic);
        }
    }

    /**
     * What it comes to.
     *
     * @param originMinute when history begins
     * @param startMinute when the sandbox starts
     * @param seed the world's
     */
    SampleModel toModel(long originMinute, long startMinute, long seed) {
        long own = seed ^ (namespace + "/" + name + dimensions).hashCode();
        // Metrics of one namespace are measured of the same occurrences: their counts agree.
        long shared = seed ^ namespace.hashCode();
        return new SampleModel(
                traffic.toTraffic(originMinute, shared).perMinute(),
                values(median, p99, noise, share, value),
                incidents.stream()
                        .map(incident -> incident.toIncident(startMinute))
                        .toList(),
                own,
                shared);
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

    private static SampleModel.Values values(Double median, Double p99, Double noise, Double share, Double value) {
        if (median != null) {
            return new SampleModel.Values.Skewed(
                    median, p99 == null ? USUAL_TAIL * median : p99, noise == null ? USUAL_NOISE : noise);
        }
        return share == null ? new SampleModel.Values.Same(value) : new SampleModel.Values.Share(share, value);
    }
}
