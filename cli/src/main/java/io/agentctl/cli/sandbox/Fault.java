package io.agentctl.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that is made to go wrong.
 *
 * @param kind such as {@code throttle} or {@code rollout-out-of-memory}
 * @param service which service's calls, or which ECS service's rollouts; empty for all
 * @param operation which calls; empty for all
 * @param rate the share of calls, over 0 and up to 1
 * @param latency for the kind {@code latency}
 * @param times how often; nothing for without end
 */
public record Fault(
        String kind, String service, String operation, double rate, Optional<Duration> latency, OptionalInt times) {

    static Fault of(JsonNode node) {
        return new Fault(
                node.path("kind").asText(),
                node.path("service").asText(),
                node.path("operation").asText(),
                node.path("rate").asDouble(1),
                node.has("latencyMillis")
                        ? Optional.of(
                                Duration.ofMillis(node.path("latencyMillis").asLong()))
                        : Optional.empty(),
                node.has("times") ? OptionalInt.of(node.path("times").asInt()) : OptionalInt.empty());
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", kind);
        json.put("service", service);
        json.put("operation", operation);
        json.put("rate", rate);
        latency.ifPresent(late -> json.put("latencyMillis", late.toMillis()));
        times.ifPresent(often -> json.put("times", often));
        return json.toString();
    }
}
