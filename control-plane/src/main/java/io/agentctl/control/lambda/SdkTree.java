package io.agentctl.control.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * What the SDK read, as JSON with every member that the service sent, also those that this program does not know by
 * name: a hand-kept list would lose new ones.
 */
final class SdkTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SdkTree() {}

    /** The members that are there, by the names that the service gives them, in order. */
    static ObjectNode of(SdkPojo pojo) {
        Map<String, JsonNode> members = new TreeMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                members.put(field.memberName(), node(value));
            }
        }
        return NODES.objectNode().setAll(members);
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case SdkPojo pojo -> of(pojo);
            case Collection<?> items -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            case Map<?, ?> entries -> {
                Map<String, JsonNode> sorted = new TreeMap<>();
                entries.forEach((key, entry) -> sorted.put(key.toString(), node(entry)));
                yield NODES.objectNode().setAll(sorted);
            }
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            default -> NODES.textNode(value.toString());
        };
    }
}
