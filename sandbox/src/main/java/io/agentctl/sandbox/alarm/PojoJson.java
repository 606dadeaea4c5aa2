package io.agentctl.sandbox.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.sandbox.protocol.Pojos;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The SDK's model objects as the JSON that alarms are told of in. */
final class PojoJson {
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]");

    private final UnaryOperator<String> naming;

    private PojoJson(UnaryOperator<String> naming) {
        this.naming = naming;
    }

    /** Members are named as on the wire: {@code MetricName}, {@code OKActions}. */
    static PojoJson asOnTheWire() {
        return new PojoJson(UnaryOperator.identity());
    }

    /** Members begin with small letters: {@code metricName}, {@code okActions}. */
    static PojoJson inSmall() {
        return new PojoJson(PojoJson::small);
    }

    private static String small(String name) {
        Matcher matcher = CAPITALS.matcher(name);
        return matcher.lookingAt() ? matcher.group().toLowerCase(Locale.ROOT) + name.substring(matcher.end()) : name;
    }

    ObjectNode of(SdkPojo pojo) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Pojos.valueOf(field, pojo);
            if (value != null) {
                node.set(naming.apply(field.locationName()), value(value));
            }
        }
        return node;
    }

    private JsonNode value(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case SdkPojo pojo -> of(pojo);
            case List<?> list -> {
                ArrayNode array = nodes.arrayNode();
                list.forEach(element -> array.add(value(element)));
                yield array;
            }
            case Boolean truth -> nodes.booleanNode(truth);
            case Integer number -> nodes.numberNode(number);
            case Double number -> nodes.numberNode(number);
            case Instant instant -> nodes.textNode(AlarmTimes.text(instant));
            default -> nodes.textNode(value.toString());
        };
    }
}
