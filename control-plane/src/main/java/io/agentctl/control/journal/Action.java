package io.agentctl.control.journal;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something to bring about, as data, so that it can be written down first and carried out by another process on another
 * machine. An action says how things should be, not what to call: carrying it out twice is the same as once.
 *
 * @param type which {@link ActionHandler} carries it out, such as {@code ecs.update-service}
 * @param arguments what it needs, all as text; complex values as JSON text
 */
public record Action(String type, SortedMap<String, String> arguments) {

    /** The argument that {@link #forced} reads. */
    public static final String FORCE = "force";

    public Action {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }

    public static Action of(String type, Map<String, String> arguments) {
        return new Action(type, new TreeMap<>(arguments));
    }

    /** The same action with one argument more, or another value for it. */
    public Action with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(arguments);
        more.put(name, value);
        return new Action(type, more);
    }

    /** True for an inverse that somebody wants played whatever was changed since: {@code ops undo --force}. */
    public boolean forced() {
        return Boolean.parseBoolean(arguments.get(FORCE));
    }

    /**
     * Reads an argument that must be there.
     *
     * @throws IllegalStateException if the journal was written by something that did not know this argument
     */
    public String argument(String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalStateException(type + " lacks its argument " + name);
        }
        return value;
    }
}
