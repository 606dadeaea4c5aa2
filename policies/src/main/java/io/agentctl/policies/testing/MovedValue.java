package io.agentctl.policies.testing;

import io.agentctl.policies.document.Parameter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Neighbours of a parameter's value: what a slip of the finger makes of it. */
final class MovedValue {

    private MovedValue() {}

    /** Values of the same type, in a fixed order; of a list, the list without one of its elements, each in turn. */
    static List<Object> of(Parameter parameter) {
        return switch (parameter.value()) {
            case Boolean value -> List.of(!value);
            case Long value -> List.of(value + 1, value - 1);
            case Double value ->
                List.of(
                        MovedNumber.up(BigDecimal.valueOf(value)).doubleValue(),
                        MovedNumber.down(BigDecimal.valueOf(value)).doubleValue());
            case String value -> List.of(value + "x");
            case Duration value -> List.of(value.plus(tenth(value)), value.minus(tenth(value)));
            case Instant value -> List.of(value.plusSeconds(1), value.minusSeconds(1));
            case List<?> list ->
                IntStream.range(0, list.size())
                        .mapToObj(index -> (Object) without(list, index))
                        .toList();
            default -> List.of();
        };
    }

    static String text(Object value) {
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }

    static String hint(Parameter parameter, Object moved) {
        if (parameter.value() instanceof List<?> list && moved instanceof List<?> shorter) {
            List<Object> lost = new ArrayList<>(list);
            shorter.forEach(lost::remove);
            return "a case that depends on " + text(lost.getFirst()) + " in " + parameter.name();
        }
        return parameter.value() instanceof Boolean || parameter.value() instanceof String
                ? "a case that depends on " + parameter.name()
                : "a case at the edge of " + parameter.name() + ", between " + text(parameter.value()) + " and "
                        + text(moved);
    }

    private static Duration tenth(Duration value) {
        Duration tenth = value.dividedBy(10);
        return tenth.isZero() ? Duration.ofMillis(1) : tenth;
    }

    private static List<?> without(List<?> list, int index) {
        List<Object> copy = new ArrayList<>(list);
        copy.remove(index);
        return List.copyOf(copy);
    }
}
