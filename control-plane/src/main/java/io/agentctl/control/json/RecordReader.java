package io.agentctl.control.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what {@link RecordTree} writes back into the records that it was written from. Only the types that a record
 * declares are ever made, so what a stranger sends can make nothing else. Members that the record does not know are
 * refused: a request that asks for more than this version understands must not be half carried out.
 *
 * <p>What {@link RecordTree} writes as text is read by {@link Leaves}; numbers, collections and optional values by
 * {@link Containers}.
 */
public final class RecordReader {

    private static final String TYPE = "type";

    private RecordReader() {}

    /**
     * The value that a tree stands for.
     *
     * @param type a record, a sealed interface of records, or anything that a record may hold
     * @throws JsonPart.MisplacedException with the JSON pointer of the first thing that does not fit
     */
    public static <T> T read(JsonNode tree, Class<T> type) {
        return boxed(type).cast(read(new JsonPart("", tree), new TypeOf(type)));
    }

    static Object read(JsonPart part, TypeOf type) {
        Class<?> raw = type.raw();
        if (part.node().isNull() && Containers.absent(raw).isPresent()) {
            return Containers.absent(raw).get();
        }
        if (Containers.holds(raw)) {
            return Containers.read(part, type);
        }
        if (raw.isRecord() && RecordTree.isName(raw)) {
            return name(part, raw);
        }
        if (Leaves.has(raw)) {
            return part.made(found -> Leaves.read(found, raw));
        }
        if (raw.isEnum()) {
            return word(part, raw);
        }
        if (raw.isRecord()) {
            return record(part, type);
        }
        if (raw.isSealed()) {
            return alternative(part, type);
        }
        throw new IllegalArgumentException("cannot be read from JSON: " + type);
    }

    private static Object word(JsonPart part, Class<?> type) {
        String text = part.text();
        for (Object constant : type.getEnumConstants()) {
            if (RecordTree.word((Enum<?>) constant).equals(text)) {
                return constant;
            }
        }
        throw part.unfit("is not known here");
    }

    private static Object name(JsonPart part, Class<?> type) {
        return part.made(found -> made(type, new Object[] {found.text()}));
    }

    private static Object record(JsonPart part, TypeOf type) {
        RecordComponent[] components = type.raw().getRecordComponents();
        refuseStrangers(part, type.raw(), components);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            TypeOf component = type.of(components[i].getGenericType());
            String name = components[i].getName();
            values[i] = part.find(name)
                    .map(member -> read(member, component))
                    .orElseGet(() -> Containers.absent(component.raw()).orElseThrow(() -> part.lacking(name)));
        }
        return part.made(found -> made(type.raw(), values));
    }

    private static void refuseStrangers(JsonPart part, Class<?> type, RecordComponent[] components) {
        if (!part.node().isObject()) {
            throw part.unfit("is no object");
        }
        Set<String> known = new HashSet<>(
                Arrays.stream(components).map(RecordComponent::getName).toList());
        if (RecordTree.isAlternative(type)) {
            known.add(TYPE);
        }
        part.node().fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw part.member(name).unfit("is not known here");
            }
        });
    }

    /** A constant of an enum is a text, a record names its type. */
    private static Object alternative(JsonPart part, TypeOf type) {
        List<Class<?>> alternatives = alternatives(type.raw());
        if (part.node().isTextual()) {
            return alternatives.stream()
                    .filter(Class::isEnum)
                    .findFirst()
                    .map(constants -> word(part, constants))
                    .orElseThrow(() -> part.unfit("is no object"));
        }
        String name = part.text(TYPE);
        return alternatives.stream()
                .filter(Class::isRecord)
                .filter(candidate ->
                        RecordTree.hyphenated(candidate.getSimpleName()).equals(name))
                .findFirst()
                .map(found -> record(part, type.as(found)))
                .orElseThrow(() -> part.member(TYPE).unfit("is not known here"));
    }

    /** All records and enums under a sealed interface, however deep. */
    static List<Class<?>> alternatives(Class<?> type) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isInterface()) {
                found.addAll(alternatives(permitted));
            } else {
                found.add(permitted);
            }
        }
        return found;
    }

    private static Object made(Class<?> type, Object[] values) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException("cannot make " + type, refused);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<T> boxed(Class<T> type) {
        return (Class<T>) MethodType.methodType(type).wrap().returnType();
    }
}
