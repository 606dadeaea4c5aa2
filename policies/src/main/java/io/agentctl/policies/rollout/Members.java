package io.agentctl.policies.rollout;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A JSON object whose members must be there and have a type; each complaint names the member. */
record Members(Map<String, Object> values) {

    Members(Object json) {
        this(members(json));
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "a text");
    }

    long number(String name) {
        if (values.get(name) instanceof Long number) {
            return number;
        }
        throw wrong(name, "a whole number");
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException notAnInstant) {
            throw new IllegalArgumentException("\"" + name + "\" is not an instant: " + text(name), notAnInstant);
        }
    }

    Members object(String name) {
        if (values.get(name) instanceof Map<?, ?> map) {
            return new Members((Object) map);
        }
        throw wrong(name, "an object");
    }

    /** The objects of a list; none where there is no such member. */
    List<Members> objects(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Members::new).toList();
        }
        throw wrong(name, "a list");
    }

    <T extends Enum<T>> T word(String name, Class<T> type) {
        String text = text(name);
        for (T constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + name + "\" cannot be " + text);
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException("not a recorded decision: \"" + name + "\" must be " + what);
    }

    private static Map<String, Object> members(Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("not a recorded decision: an object was expected");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }
}
