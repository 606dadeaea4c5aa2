package io.agentctl.control.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.agentctl.control.plan.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * JSON Schemas (draft 2020-12) of what {@link RecordTree} writes, made from the records themselves: one for each record
 * that is met, gathered by name, and references between them.
 */
public final class RecordSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, OptionalInt.class, OptionalLong.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, Double.class, BigDecimal.class, Money.class, OptionalDouble.class);

    private final String prefix;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    /** @param prefix where references lead, such as {@code #/components/schemas/} */
    public RecordSchema(String prefix) {
        this.prefix = prefix;
    }

    /** The schema of a type; those of the records within are gathered. */
    public ObjectNode of(Class<?> type) {
        return of(new TypeOf(type));
    }

    /** All records that were met, by name. */
    public ObjectNode definitions() {
        ObjectNode all = NODES.objectNode();
        definitions.forEach(all::set);
        return all;
    }

    private ObjectNode of(TypeOf type) {
        Class<?> raw = type.raw();
        if (raw == Optional.class) {
            return of(type.argument(0));
        }
        if (WHOLE.contains(raw)) {
            return plain("integer");
        }
        if (NUMBERS.contains(raw)) {
            return plain("number");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return plain("boolean");
        }
        if (raw == JsonNode.class) {
            return NODES.objectNode();
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode object = plain("object");
            object.set("additionalProperties", of(type.argument(1)));
            return object;
        }
        if (raw == double[].class) {
            ObjectNode array = plain("array");
            array.set("items", plain("number"));
            return array;
        }
        if (Containers.holds(raw)) {
            ObjectNode array = plain("array");
            array.set("items", of(type.argument(0)));
            return array;
        }
        return named(type);
    }

    private ObjectNode named(TypeOf type) {
        Class<?> raw = type.raw();
        if (Leaves.has(raw) || (raw.isRecord() && RecordTree.isName(raw))) {
            return plain("string");
        }
        if (raw.isEnum()) {
            return words(raw);
        }
        String name = name(type);
        if (!definitions.containsKey(name)) {
            definitions.put(name, NODES.objectNode());
            definitions.put(name, raw.isRecord() ? record(type) : alternatives(type));
        }
        return NODES.objectNode().put("$ref", prefix + name);
    }

    private static ObjectNode words(Class<?> type) {
        ObjectNode schema = plain("string");
        ArrayNode words = schema.putArray("enum");
        for (Object constant : type.getEnumConstants()) {
            words.add(RecordTree.word((Enum<?>) constant));
        }
        return schema;
    }

    private ObjectNode record(TypeOf type) {
        ObjectNode schema = plain("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        if (RecordTree.isAlternative(type.raw())) {
            properties
                    .putObject("type")
                    .set(
                            "const",
                            TextNode.valueOf(RecordTree.hyphenated(type.raw().getSimpleName())));
            required.add("type");
        }
        for (RecordComponent component : type.raw().getRecordComponents()) {
            TypeOf of = type.of(component.getGenericType());
            properties.set(component.getName(), of(of));
            if (Containers.absent(of.raw()).isEmpty()) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private ObjectNode alternatives(TypeOf type) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode one = schema.putArray("oneOf");
        RecordReader.alternatives(type.raw()).forEach(alternative -> one.add(of(type.as(alternative))));
        return schema;
    }

    /** The packages of nested records are of no interest; the records around them are. */
    private static String name(TypeOf type) {
        String full = type.raw().getName();
        String name = full.substring(full.lastIndexOf('.') + 1).replace('$', '.');
        String place = type.raw().getPackageName();
        String arguments = type.arguments().isEmpty()
                ? ""
                : "-" + Integer.toHexString(type.written().hashCode());
        return place.substring(place.lastIndexOf('.') + 1) + "." + name + arguments;
    }

    private static ObjectNode plain(String type) {
        return NODES.objectNode().put("type", type);
    }
}
