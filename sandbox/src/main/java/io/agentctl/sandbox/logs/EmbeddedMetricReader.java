package io.agentctl.sandbox.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/**
 * Reads lines in embedded metric format (CloudWatch User Guide, "Specification: Embedded metric format"). What is not
 * in it, or is faulty, makes no metric.
 */
final class EmbeddedMetricReader {
    private static final int MOST_METRICS = 100;
    private static final int MOST_KEYS = 30;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EmbeddedMetricReader() {}

    /**
     * The data in a line, a request for each set of dimensions.
     *
     * @param line of a log
     * @param at the time of the line, where it names none itself; milliseconds since the epoch
     */
    static List<PutMetricDataRequest> read(String line, long at) {
        if (!line.contains("\"_aws\"")) {
            return List.of();
        }
        try {
            JsonNode root = MAPPER.readTree(line);
            Instant time = Instant.ofEpochMilli(root.at("/_aws/Timestamp").asLong(at));
            List<PutMetricDataRequest> requests = new ArrayList<>();
            for (JsonNode directive : root.at("/_aws/CloudWatchMetrics")) {
                for (JsonNode set : directive.path("Dimensions")) {
                    data(root, directive, set, time).ifPresent(requests::add);
                }
            }
            return requests;
        } catch (JsonProcessingException ignored) {
            return List.of();
        }
    }

    private static Optional<PutMetricDataRequest> data(JsonNode root, JsonNode directive, JsonNode set, Instant time) {
        List<Dimension> dimensions = new ArrayList<>();
        for (JsonNode key : set) {
            JsonNode value = root.path(key.asText());
            if (!value.isTextual() || dimensions.size() == MOST_KEYS) {
                return Optional.empty();
            }
            dimensions.add(
                    Dimension.builder().name(key.asText()).value(value.asText()).build());
        }
        List<MetricDatum> data = new ArrayList<>();
        for (JsonNode metric : directive.path("Metrics")) {
            datum(root.path(metric.path("Name").asText()), metric)
                    .ifPresent(datum -> data.add(
                            datum.dimensions(dimensions).timestamp(time).build()));
        }
        String namespace = directive.path("Namespace").asText();
        return data.isEmpty() || data.size() > MOST_METRICS || namespace.isEmpty()
                ? Optional.empty()
                : Optional.of(PutMetricDataRequest.builder()
                        .namespace(namespace)
                        .metricData(data)
                        .build());
    }

    private static Optional<MetricDatum.Builder> datum(JsonNode value, JsonNode metric) {
        MetricDatum.Builder datum = MetricDatum.builder()
                .metricName(metric.path("Name").asText())
                .unit(metric.path("Unit").asText("None"));
        if (metric.has("StorageResolution")) {
            datum.storageResolution(metric.path("StorageResolution").asInt());
        }
        if (value.isNumber()) {
            return Optional.of(datum.value(value.asDouble()));
        }
        if (value.isArray() && !value.isEmpty()) {
            return Optional.of(datum.values(numbers(value)));
        }
        // Values with how often each occurred, as PutMetricData takes them.
        if (value.path("Values").isArray() && !value.path("Values").isEmpty()) {
            datum.values(numbers(value.path("Values")));
            return Optional.of(value.has("Counts") ? datum.counts(numbers(value.path("Counts"))) : datum);
        }
        return Optional.empty();
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>(array.size());
        array.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }
}
