package io.agentctl.policies.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The valid values of an object of a document, by key: String, Long, Duration, Instant, JsonPath, ParameterValue,
 * Fields, or a List or Map of these. What is wrong is not there.
 */
record Fields(Map<String, Object> values) {

    static final Fields NONE = new Fields(Map.of());

    <T> Optional<T> find(String key, Class<T> type) {
        Object value = values.get(key);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    String text(String key) {
        return find(key, String.class).orElse("");
    }

    Fields fields(String key) {
        return find(key, Fields.class).orElse(NONE);
    }

    /** The items of a list that are valid and of a type; their places in the list are not kept. */
    <T> List<T> list(String key, Class<T> type) {
        return items(key).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The items of a list, null where one is wrong, so that an item's index is that of the document. */
    List<?> items(String key) {
        return find(key, List.class).orElse(List.of());
    }

    Map<?, ?> named(String key) {
        return find(key, Map.class).orElse(Map.of());
    }
}
