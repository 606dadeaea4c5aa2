package io.agentctl.control.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * What the SDK read, as JSON with every member that the service sent, also those that this program does not know by
 * name: a hand-kept list would lose new ones.
 */
public final class SdkTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SdkTree() {}

    /** The members that are there, by the names that the service gives them, in order. */
    public static ObjectNode of(SdkPojo pojo) {
        Map<String, JsonNode> members = new TreeMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                members.put(field.memberName(), node(value));
            }
        }
        return NODES.objectNode().setAll(members);
    }

    /**
     * The way back: sets the members of a builder that a tree has. Those that the builder's class does not know are
     * left out.
     *
     * @return the builder
     * @throws IllegalArgumentException for a value of another type than the member's
     */
    public static <B extends SdkPojo> B fill(B builder, JsonNode tree) {
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode value = tree.get(field.memberName());
            if (value != null && !value.isNull()) {
                field.set(builder, value(field, value));
            }
        }
        return builder;
    }

    private static Object value(SdkField<?> field, JsonNode node) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> node.asText();
            case INTEGER -> node.asInt();
            case LONG -> node.asLong();
            case DOUBLE -> node.asDouble();
            case BOOLEAN -> node.asBoolean();
            case INSTANT -> instant(field, node);
            case LIST -> list(field, node);
            case MAP -> map(field, node);
            case SDK_POJO -> ((Buildable) fill(field.constructor().get(), node)).build();
            case SHORT, BYTE, FLOAT, BIG_DECIMAL, SDK_BYTES, DOCUMENT, NULL ->
                throw new IllegalArgumentException(field.memberName() + " cannot be written as JSON here");
        };
    }

    private static Instant instant(SdkField<?> field, JsonNode node) {
        try {
            return Instant.parse(node.asText());
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(field.memberName() + " is no time: " + node.asText(), malformed);
        }
    }

    private static List<Object> list(SdkField<?> field, JsonNode node) {
        SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> items = new ArrayList<>();
        node.forEach(item -> items.add(value(member, item)));
        return items;
    }

    private static Map<String, Object> map(SdkField<?> field, JsonNode node) {
        SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> entries = new TreeMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), value(member, entry.getValue())));
        return entries;
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
