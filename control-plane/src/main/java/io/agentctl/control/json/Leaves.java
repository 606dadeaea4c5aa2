package io.agentctl.control.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.plan.Identifier;
import io.agentctl.control.plan.Money;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Values that have no parts in JSON: numbers, texts, and what is written as its text. */
final class Leaves {

    private static final Map<Class<?>, Function<JsonPart, Object>> READERS = readers();

    private Leaves() {}

    static boolean has(Class<?> type) {
        return READERS.containsKey(type) || parser(type).isPresent();
    }

    static Object read(JsonPart part, Class<?> type) {
        Function<JsonPart, Object> reader = READERS.get(type);
        return reader != null
                ? reader.apply(part)
                : parsed(part.text(), parser(type).orElseThrow());
    }

    private static Map<Class<?>, Function<JsonPart, Object>> readers() {
        Map<Class<?>, Function<JsonPart, Object>> readers = new HashMap<>();
        readers.put(String.class, JsonPart::text);
        readers.put(int.class, JsonPart::integer);
        readers.put(Integer.class, JsonPart::integer);
        readers.put(long.class, JsonPart::whole);
        readers.put(Long.class, JsonPart::whole);
        readers.put(double.class, JsonPart::number);
        readers.put(Double.class, JsonPart::number);
        readers.put(boolean.class, JsonPart::flag);
        readers.put(Boolean.class, JsonPart::flag);
        readers.put(BigDecimal.class, JsonPart::decimal);
        readers.put(Money.class, part -> new Money(part.decimal()));
        readers.put(JsonNode.class, JsonPart::node);
        text(readers, URI.class, URI::create);
        text(readers, Path.class, Path::of);
        text(readers, Instant.class, Instant::parse);
        text(readers, Duration.class, Duration::parse);
        text(readers, Period.class, Period::parse);
        text(readers, LocalDate.class, LocalDate::parse);
        text(readers, LocalTime.class, LocalTime::parse);
        text(readers, LocalDateTime.class, LocalDateTime::parse);
        text(readers, ZonedDateTime.class, ZonedDateTime::parse);
        text(readers, ZoneId.class, ZoneId::of);
        return Map.copyOf(readers);
    }

    private static void text(
            Map<Class<?>, Function<JsonPart, Object>> readers, Class<?> type, Function<String, Object> reader) {
        readers.put(type, part -> reader.apply(part.text()));
    }

    /** What is written as its text, such as an identifier of several parts, is read by its own {@code parse}. */
    private static Optional<Method> parser(Class<?> type) {
        if (type.isRecord() && !Identifier.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("parse")
                        && method.getReturnType() == type
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
    }

    private static Object parsed(String text, Method parser) {
        try {
            return parser.invoke(null, text);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException("cannot read by " + parser, refused);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot call " + parser, e);
        }
    }
}
