package io.agentctl.control.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Walks through all that a type can hold, and gathers what {@link RecordReader} could not read back. */
public final class ReadableTypes {

    private final Set<String> seen = new HashSet<>();
    private final Set<String> unreadable = new LinkedHashSet<>();

    private ReadableTypes() {}

    /** What cannot be read back of a type, each with where it was met; empty if all can. */
    public static Set<String> unreadable(Class<?> type) {
        ReadableTypes walk = new ReadableTypes();
        walk.walk(type.getSimpleName(), new TypeOf(type));
        return walk.unreadable;
    }

    private void walk(String path, TypeOf type) {
        if (type.type() instanceof ParameterizedType parameterized) {
            for (int i = 0; i < parameterized.getActualTypeArguments().length; i++) {
                walk(path, type.argument(i));
            }
        }
        Class<?> raw = type.raw();
        if (raw.isEnum() || Containers.holds(raw) || Leaves.has(raw)) {
            return;
        }
        if (raw.isRecord() && !RecordTree.isName(raw)) {
            if (seen.add(raw.getName() + type.variables())) {
                for (RecordComponent component : raw.getRecordComponents()) {
                    walk(path + "." + component.getName(), type.of(component.getGenericType()));
                }
            }
        } else if (raw.isSealed()) {
            RecordReader.alternatives(raw).forEach(alternative -> walkAlternative(path, type, alternative));
        } else if (!raw.isRecord()) {
            unreadable.add(path + ": " + type);
        }
    }

    private void walkAlternative(String path, TypeOf type, Class<?> alternative) {
        if (alternative.isRecord() || alternative.isEnum()) {
            if (alternative.isRecord() && !RecordTree.isAlternative(alternative)) {
                unreadable.add(path + ": " + alternative + " does not say its type");
            }
            walk(path + "/" + alternative.getSimpleName(), type.as(alternative));
        } else {
            unreadable.add(path + ": " + alternative);
        }
    }
}
