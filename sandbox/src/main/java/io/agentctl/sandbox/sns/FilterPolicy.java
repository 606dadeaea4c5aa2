package io.agentctl.sandbox.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Which messages a subscription wants, by their attributes: values, {@code prefix}, {@code anything-but} and
 * {@code exists}.
 *
 * @param policy by attribute, an array of conditions of which one must hold
 */
record FilterPolicy(JsonNode policy) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Wants everything. */
    static final FilterPolicy ALL = new FilterPolicy(MAPPER.createObjectNode());

    static FilterPolicy parse(String json) {
        JsonNode policy;
        try {
            policy = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw SnsErrors.invalid("FilterPolicy: failed to parse JSON. " + e.getOriginalMessage());
        }
        if (!policy.isObject()) {
            throw SnsErrors.invalid("FilterPolicy: Filter policy must be an object");
        }
        for (JsonNode conditions : policy) {
            if (!conditions.isArray()) {
                throw SnsErrors.invalid("FilterPolicy: \"" + conditions + "\" must be an array");
            }
            conditions.forEach(FilterPolicy::check);
        }
        return new FilterPolicy(policy);
    }

    private static void check(JsonNode condition) {
        boolean known = condition.isValueNode()
                || condition.has("prefix")
                || condition.has("anything-but")
                || condition.has("exists");
        if (!known) {
            throw SnsErrors.invalid(
                    "FilterPolicy: the sandbox knows values, prefix, anything-but and exists, not " + condition);
        }
    }

    /** Whether a message with these attributes is wanted. */
    boolean wants(Map<String, MessageAttributeValue> attributes) {
        return policy.properties().stream().allMatch(entry -> {
            String value = text(attributes.get(entry.getKey()));
            return StreamSupport.stream(entry.getValue().spliterator(), false)
                    .anyMatch(condition -> holds(condition, value));
        });
    }

    private static String text(MessageAttributeValue value) {
        return value == null ? null : value.stringValue();
    }

    private static boolean holds(JsonNode condition, String value) {
        if (condition.has("exists")) {
            return condition.get("exists").asBoolean() == (value != null);
        }
        if (value == null) {
            return false;
        }
        if (condition.has("prefix")) {
            return value.startsWith(condition.get("prefix").asText());
        }
        if (condition.has("anything-but")) {
            JsonNode unwanted = condition.get("anything-but");
            return unwanted.isArray()
                    ? StreamSupport.stream(unwanted.spliterator(), false)
                            .noneMatch(one -> one.asText().equals(value))
                    : !unwanted.asText().equals(value);
        }
        return condition.asText().equals(value);
    }
}
