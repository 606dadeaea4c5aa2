package io.agentctl.control.lambda;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alias as it is.
 *
 * @param name its name
 * @param version the version that it points at
 * @param weights the share of calls, 0 to 1, that go to another version, by version; empty if all go to one
 * @param description its description; may be empty
 * @param revisionId what changes with every change of it
 */
public record ObservedAlias(
        String name, String version, SortedMap<String, Double> weights, String description, String revisionId) {

    public ObservedAlias {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    ObservedAlias(String name, String version, Map<String, Double> weights, String description, String revisionId) {
        this(name, version, new TreeMap<>(weights), description, revisionId);
    }

    /** Whether calls are shared between two versions. */
    public boolean weighted() {
        return !weights.isEmpty();
    }

    /** What it does, without what changes by itself: {@code 3}, or {@code 3 (4: 0.1)}. */
    String target() {
        return weights.isEmpty() ? version : version + " " + weights;
    }
}
