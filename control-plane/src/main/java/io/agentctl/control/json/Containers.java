package io.agentctl.control.json;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collections, maps and optional values. */
final class Containers {

    private static final Set<Class<?>> TYPES = Set.of(
            Optional.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            List.class,
            Collection.class,
            Iterable.class,
            Set.class,
            SortedSet.class,
            NavigableSet.class,
            Map.class,
            SequencedMap.class,
            SortedMap.class,
            double[].class);

    private Containers() {}

    static boolean holds(Class<?> type) {
        return TYPES.contains(type);
    }

    static Object read(JsonPart part, TypeOf type) {
        Class<?> raw = type.raw();
        if (raw == Optional.class) {
            return Optional.of(RecordReader.read(part, type.argument(0)));
        }
        if (raw == OptionalInt.class) {
            return OptionalInt.of(part.integer());
        }
        if (raw == OptionalLong.class) {
            return OptionalLong.of(part.whole());
        }
        if (raw == OptionalDouble.class) {
            return OptionalDouble.of(part.number());
        }
        if (raw == double[].class) {
            return part.items().stream().mapToDouble(JsonPart::number).toArray();
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(part, type);
        }
        List<Object> items = new ArrayList<>();
        part.items().forEach(item -> items.add(RecordReader.read(item, type.argument(0))));
        return SortedSet.class.isAssignableFrom(raw)
                ? new TreeSet<>(items)
                : Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>(items) : items;
    }

    private static Map<Object, Object> map(JsonPart part, TypeOf type) {
        Map<Object, Object> map =
                SortedMap.class.isAssignableFrom(type.raw()) ? new TreeMap<>() : new LinkedHashMap<>();
        if (!part.node().isObject()) {
            throw part.unfit("is no object");
        }
        part.node().fieldNames().forEachRemaining(name -> {
            JsonPart member = part.member(name);
            Object key = RecordReader.read(new JsonPart(member.place(), TextNode.valueOf(name)), type.argument(0));
            map.put(key, RecordReader.read(member, type.argument(1)));
        });
        return map;
    }

    /** What stands for a member that is not there, if something does. */
    static Optional<Object> absent(Class<?> type) {
        if (type == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (type == OptionalInt.class) {
            return Optional.of(OptionalInt.empty());
        }
        if (type == OptionalLong.class) {
            return Optional.of(OptionalLong.empty());
        }
        return type == OptionalDouble.class ? Optional.of(OptionalDouble.empty()) : Optional.empty();
    }
}
