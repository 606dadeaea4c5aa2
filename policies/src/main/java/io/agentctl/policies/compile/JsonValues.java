package io.agentctl.policies.compile;

import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON values as CEL wants them: it has a null of its own, and integers of 64 bits. */
final class JsonValues {

    private JsonValues() {}

    static Object adapt(Object value) {
        if (value == null) {
            return NullValue.NULL_VALUE;
        }
        return switch (value) {
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case String text -> text;
            case Boolean bool -> bool;
            case Long number -> number;
            case Double number -> number;
            case Integer number -> number.longValue();
            case Number number -> number.doubleValue();
            default -> value;
        };
    }

    private static Map<Object, Object> map(Map<?, ?> map) {
        Map<Object, Object> adapted = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, member) -> adapted.put(key, adapt(member)));
        return adapted;
    }

    private static List<Object> list(List<?> list) {
        List<Object> adapted = new ArrayList<>(list.size());
        list.forEach(element -> adapted.add(adapt(element)));
        return adapted;
    }
}
