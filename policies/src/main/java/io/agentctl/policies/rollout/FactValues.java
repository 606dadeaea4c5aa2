package io.agentctl.policies.rollout;

import io.agentctl.policies.document.ValueType;
import io.agentctl.policies.fact.Fact;
import io.agentctl.policies.fact.FactCatalog;
import io.agentctl.policies.fact.Facts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Facts to JSON values and back: instants and durations are texts, the marker of a masked value is an object. */
final class FactValues {

    private FactValues() {}

    static Map<String, Object> toJson(Facts facts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(FactCatalog.REQUEST, toJson(facts.request()));
        json.put(FactCatalog.CONTEXT, toJson(facts.context()));
        json.put(FactCatalog.USAGE, toJson(facts.usage()));
        return json;
    }

    static Facts facts(Members json) {
        Facts facts = new Facts(
                scope(FactCatalog.REQUEST, json.object(FactCatalog.REQUEST)),
                scope(FactCatalog.CONTEXT, json.object(FactCatalog.CONTEXT)),
                scope(FactCatalog.USAGE, json.object(FactCatalog.USAGE)));
        if (!(facts.request().get("intent") instanceof String)) {
            throw new IllegalArgumentException("not a recorded decision: the facts have no intent");
        }
        return facts;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Object toJson(Object value) {
        if (value instanceof Map<?, ?> map) {
            // Sorted, so that equal facts make equal lines.
            Map<String, Object> json = new TreeMap<>();
            map.forEach((name, member) -> json.put(String.valueOf(name), toJson(member)));
            return json;
        }
        if (value instanceof List<?> list) {
            List<Object> json = new ArrayList<>();
            list.forEach(element -> json.add(toJson(element)));
            return json;
        }
        if (value == Masked.VALUE) {
            return Masked.VALUE.json();
        }
        return value instanceof Instant || value instanceof Duration ? value.toString() : value;
    }

    private static Map<String, Object> scope(String scope, Members json) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact fact : FactCatalog.of(scope)) {
            Object value = json.values().get(fact.name());
            if (value != null) {
                facts.put(fact.name(), Masked.is(value) ? Masked.VALUE : typed(fact, value));
            }
        }
        return facts;
    }

    private static Object typed(Fact fact, Object value) {
        Object typed = value;
        try {
            typed = switch (fact.type()) {
                case TIMESTAMP -> Instant.parse(String.valueOf(value));
                case DURATION -> Duration.parse(String.valueOf(value));
                case DOUBLE -> value instanceof Long whole ? (Object) whole.doubleValue() : value;
                case BOOL, INT, STRING, STRING_LIST, INT_LIST, MAP -> plain(value);
            };
        } catch (DateTimeException notThat) {
            throw wrong(fact, notThat);
        }
        if (!fits(fact.type(), typed)) {
            throw wrong(fact, null);
        }
        return typed;
    }

    private static IllegalArgumentException wrong(Fact fact, Throwable cause) {
        return new IllegalArgumentException(
                "not a recorded decision: " + fact.path() + " must be of type "
                        + fact.type().text(),
                cause);
    }

    private static boolean fits(ValueType type, Object value) {
        return switch (type) {
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Long;
            case DOUBLE -> value instanceof Double;
            case STRING -> value instanceof String;
            case DURATION -> value instanceof Duration;
            case TIMESTAMP -> value instanceof Instant;
            case STRING_LIST, INT_LIST -> value instanceof List<?>;
            case MAP -> value instanceof Map<?, ?>;
        };
    }

    private static Object plain(Object json) {
        if (Masked.is(json)) {
            return Masked.VALUE;
        }
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((name, member) -> values.put(String.valueOf(name), plain(member)));
            return values;
        }
        if (json instanceof List<?> list) {
            List<Object> values = new ArrayList<>();
            list.forEach(element -> values.add(plain(element)));
            return values;
        }
        return json;
    }
}
