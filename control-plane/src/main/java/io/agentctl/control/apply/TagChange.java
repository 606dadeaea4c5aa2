package io.agentctl.control.apply;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Tags on their way from one set to another, which takes a call to set some and a call to take others away. */
public final class TagChange {

    private TagChange() {}

    /**
     * Brings tags to what is wanted; calls nothing that need not be called. What to set goes before what to take away:
     * the tags say whose a thing is at any moment.
     *
     * @param there the tags that are there
     * @param wanted those that are to be there
     * @param set sets some, whatever the others are
     * @param remove takes some away, by their keys
     */
    public static void bring(
            Map<String, String> there,
            Map<String, String> wanted,
            Consumer<SortedMap<String, String>> set,
            Consumer<Set<String>> remove) {
        SortedMap<String, String> missing = new TreeMap<>(wanted);
        missing.entrySet().removeAll(there.entrySet());
        if (!missing.isEmpty()) {
            set.accept(missing);
        }
        SortedMap<String, String> left = new TreeMap<>(there);
        left.keySet().removeAll(wanted.keySet());
        if (!left.isEmpty()) {
            remove.accept(left.keySet());
        }
    }

    /** Whether each tag is as one of two sets has it. */
    public static boolean isBetween(Map<String, String> there, Map<String, String> from, Map<String, String> to) {
        return there.entrySet().stream()
                .allMatch(tag -> tag.getValue().equals(from.get(tag.getKey()))
                        || tag.getValue().equals(to.get(tag.getKey())));
    }
}
