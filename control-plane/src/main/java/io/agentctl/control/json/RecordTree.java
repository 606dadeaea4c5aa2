package io.agentctl.control.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.plan.Identifier;
import io.agentctl.control.plan.Money;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Turns a result record into the JSON tree that programs read. A record is an object with its components in order, an
 * alternative of a sealed interface starts with its {@code type}, an absent {@link Optional} is left out, an enum is
 * lower-case with hyphens, {@link Money} is a number of US dollars, and everything else that is not a number, a text, a
 * collection or a map is its {@code toString}: ISO-8601 for the types of {@code java.time}.
 *
 * <p>It does not use Jackson's data binding, whose start costs a command line more than its whole work.
 */
public final class RecordTree {

    /** Raised when a field's meaning changes or a field goes; new fields do not raise it. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordTree() {}

    /** The tree of a whole result: {@code schemaVersion} first, then the record's own components. */
    public static ObjectNode document(Record result) {
        ObjectNode document = NODES.objectNode();
        document.put("schemaVersion", SCHEMA_VERSION);
        components(document, result);
        return document;
    }

    /**
     * The tree of any value of a result.
     *
     * @throws IllegalArgumentException for a number that JSON cannot write (NaN, infinite)
     */
    public static JsonNode of(Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case JsonNode node -> node;
            case Money money -> new DecimalNode(plain(money.usd()));
            case BigDecimal number -> new DecimalNode(plain(number));
            case Integer number -> IntNode.valueOf(number);
            case Long number -> LongNode.valueOf(number);
            case Float number -> finite(number);
            case Double number -> finite(number);
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Enum<?> constant -> TextNode.valueOf(word(constant));
            case Identifier name -> TextNode.valueOf(name.toString());
            case Series series -> TextNode.valueOf(series.packed());
            case Path path -> TextNode.valueOf(path.toString());
            case Record record -> isName(record.getClass()) ? TextNode.valueOf(record.toString()) : object(record);
            case Map<?, ?> map -> object(map);
            case Iterable<?> values -> array(values);
            case double[] numbers -> array(Arrays.stream(numbers).boxed().toList());
            default -> TextNode.valueOf(value.toString());
        };
    }

    /** How an enum constant is written: {@code OUT_OF_MEMORY} is {@code out-of-memory}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A record of one component called value, such as a policy's id, is a name: what programs want is its text. */
    static boolean isName(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        return components.length == 1
                && components[0].getName().equals("value")
                && components[0].getType() == String.class;
    }

    /** Whether a record says of which type it is. */
    static boolean isAlternative(Class<?> record) {
        return Arrays.stream(record.getInterfaces()).anyMatch(Class::isSealed);
    }

    private static ObjectNode object(Record record) {
        ObjectNode object = NODES.objectNode();
        if (isAlternative(record.getClass())) {
            object.put("type", hyphenated(record.getClass().getSimpleName()));
        }
        components(object, record);
        return object;
    }

    private static void components(ObjectNode object, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = present(valueOf(component, record));
            if (value != null) {
                object.set(component.getName(), of(value));
            }
        }
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach((key, value) ->
                object.set(key instanceof Enum<?> constant ? word(constant) : key.toString(), of(present(value))));
        return object;
    }

    private static ArrayNode array(Iterable<?> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(of(present(value))));
        return array;
    }

    private static Object present(Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> optional.orElse(null);
            case OptionalInt optional -> optional.isPresent() ? optional.getAsInt() : null;
            case OptionalLong optional -> optional.isPresent() ? optional.getAsLong() : null;
            case OptionalDouble optional -> optional.isPresent() ? optional.getAsDouble() : null;
            default -> value;
        };
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static DoubleNode finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number + "; an unknown number is an absent Optional");
        }
        return DoubleNode.valueOf(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String hyphenated(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
