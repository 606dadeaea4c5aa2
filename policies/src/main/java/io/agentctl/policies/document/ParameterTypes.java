package io.agentctl.policies.document;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types that parameters can have, and how a value of a document becomes one of them. */
final class ParameterTypes {

    /** As documents write them. An untyped map would tell the compiler nothing, so there is none. */
    static final List<String> NAMES = Arrays.stream(ValueType.values())
            .filter(type -> type != ValueType.MAP)
            .map(ValueType::text)
            .toList();

    private ParameterTypes() {}

    static ValueType named(String text) {
        return Arrays.stream(ValueType.values())
                .filter(type -> type.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** The type of a value that was written without one; empty if it is not a parameter's, or could be several. */
    static Optional<ValueType> of(Object value) {
        return switch (value) {
            case Boolean ignored -> Optional.of(ValueType.BOOL);
            case Long ignored -> Optional.of(ValueType.INT);
            case Double ignored -> Optional.of(ValueType.DOUBLE);
            case Duration ignored -> Optional.of(ValueType.DURATION);
            case Instant ignored -> Optional.of(ValueType.TIMESTAMP);
            case String ignored -> Optional.of(ValueType.STRING);
            case List<?> items -> ofItems(items);
            default -> Optional.empty();
        };
    }

    private static Optional<ValueType> ofItems(List<?> items) {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        if (items.stream().allMatch(String.class::isInstance)) {
            return Optional.of(ValueType.STRING_LIST);
        }
        return items.stream().allMatch(Long.class::isInstance) ? Optional.of(ValueType.INT_LIST) : Optional.empty();
    }

    /** The value as one of a type; empty if it is not. */
    static Optional<Object> as(ValueType type, Object value) {
        Object converted =
                switch (type) {
                    case BOOL -> value instanceof Boolean ? value : null;
                    case INT -> value instanceof Long ? value : null;
                    case DOUBLE -> number(value);
                    case STRING -> value instanceof String ? value : null;
                    case DURATION -> duration(value);
                    case TIMESTAMP -> instant(value);
                    case STRING_LIST -> list(value, String.class);
                    case INT_LIST -> list(value, Long.class);
                    case MAP -> null;
                };
        return Optional.ofNullable(converted);
    }

    private static Object number(Object value) {
        return value instanceof Long whole
                ? Double.valueOf(whole.doubleValue())
                : value instanceof Double ? value : null;
    }

    private static Object duration(Object value) {
        return value instanceof String text
                ? Durations.parse(text).orElse(null)
                : value instanceof Duration ? value : null;
    }

    private static Object instant(Object value) {
        return value instanceof String text ? parseInstant(text).orElse(null) : value instanceof Instant ? value : null;
    }

    private static Object list(Object value, Class<?> type) {
        return value instanceof List<?> items && items.stream().allMatch(type::isInstance) ? List.copyOf(items) : null;
    }

    /** The instant that a text says, in RFC 3339 with a zone. */
    static Optional<Instant> parseInstant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException ignored) {
            return Optional.empty();
        }
    }
}
