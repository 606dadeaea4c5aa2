package io.agentctl.sandbox.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Reads a parsed JSON, YAML or CBOR document into the SDK's model classes. */
public final class TreeReader {
    private TreeReader() {}

    /** Reads the node's members into the builder and builds it; members that the model does not know are ignored. */
    public static SdkPojo read(JsonNode node, SdkPojo builder) {
        readInto(node, builder, ignored -> true);
        return Pojos.build(builder);
    }

    /** Reads those of the node's members into the builder that belong there. */
    static void readInto(JsonNode node, SdkPojo builder, Predicate<SdkField<?>> belongs) {
        if (!node.isObject()) {
            throw new MalformedRequestException("Expected a structure, found " + node.getNodeType(), null);
        }
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode value = node.get(field.locationName());
            if (value != null && !value.isNull() && belongs.test(field)) {
                field.set(builder, value(field, value));
            }
        }
    }

    /**
     * Finds a member that the model does not know, in the document or anything inside it.
     *
     * @return the path to it, such as {@code containerDefinitions[0].imgae}, or empty when all are known
     */
    public static Optional<String> unknownMember(JsonNode node, SdkPojo builder) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            SdkField<?> field = builder.sdkFieldNameToField().get(entry.getKey());
            if (field == null) {
                return Optional.of(entry.getKey());
            }
            Optional<String> inside = unknownIn(field, entry.getValue(), entry.getKey());
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unknownIn(SdkField<?> field, JsonNode node, String path) {
        ListTrait list = field.getTrait(ListTrait.class);
        if (list != null) {
            for (int i = 0; i < node.size(); i++) {
                Optional<String> inside = unknownIn(list.memberFieldInfo(), node.get(i), path + "[" + i + "]");
                if (inside.isPresent()) {
                    return inside;
                }
            }
            return Optional.empty();
        }
        return field.constructor() == null
                ? Optional.empty()
                : unknownMember(node, field.constructor().get()).map(inside -> path + "." + inside);
    }

    private static Object value(SdkField<?> field, JsonNode node) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> text(field, node);
            case INTEGER -> number(field, node).intValue();
            case LONG -> number(field, node).longValue();
            case SHORT -> number(field, node).shortValue();
            case BYTE -> number(field, node).byteValue();
            case FLOAT -> number(field, node).floatValue();
            case DOUBLE -> number(field, node).doubleValue();
            case BIG_DECIMAL -> node.decimalValue();
            case BOOLEAN -> bool(field, node);
            case INSTANT -> instant(field, node);
            case SDK_BYTES -> bytes(field, node);
            case SDK_POJO -> read(node, field.constructor().get());
            case LIST -> list(field, node);
            case MAP -> map(field, node);
            case NULL, DOCUMENT -> throw mismatch(field, node);
        };
    }

    private static String text(SdkField<?> field, JsonNode node) {
        if (!node.isValueNode()) {
            throw mismatch(field, node);
        }
        return node.asText();
    }

    private static Number number(SdkField<?> field, JsonNode node) {
        if (!node.isNumber()) {
            throw mismatch(field, node);
        }
        return node.numberValue();
    }

    private static boolean bool(SdkField<?> field, JsonNode node) {
        if (!node.isBoolean()) {
            throw mismatch(field, node);
        }
        return node.booleanValue();
    }

    private static Instant instant(SdkField<?> field, JsonNode node) {
        if (node.isNumber()) {
            BigDecimal millis = node.decimalValue().movePointRight(3);
            return Instant.ofEpochMilli(millis.longValue());
        }
        try {
            return OffsetDateTime.parse(node.asText()).toInstant();
        } catch (java.time.format.DateTimeParseException e) {
            throw new MalformedRequestException("Not a time: " + field.memberName() + " = " + node.asText(), e);
        }
    }

    private static SdkBytes bytes(SdkField<?> field, JsonNode node) {
        try {
            return SdkBytes.fromByteArrayUnsafe(node.binaryValue());
        } catch (IOException e) {
            throw new MalformedRequestException("Not base64: " + field.memberName(), e);
        }
    }

    private static List<Object> list(SdkField<?> field, JsonNode node) {
        if (!node.isArray()) {
            throw mismatch(field, node);
        }
        SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> values = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            values.add(element.isNull() ? null : value(member, element));
        }
        return values;
    }

    private static Map<String, Object> map(SdkField<?> field, JsonNode node) {
        if (!node.isObject()) {
            throw mismatch(field, node);
        }
        SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            values.put(entry.getKey(), value(member, entry.getValue()));
        }
        return values;
    }

    private static MalformedRequestException mismatch(SdkField<?> field, JsonNode node) {
        return new MalformedRequestException(
                "%s must be %s, found %s"
                        .formatted(
                                field.memberName(),
                                field.marshallingType().getTargetClass().getSimpleName(),
                                node.getNodeType()),
                null);
    }
}
