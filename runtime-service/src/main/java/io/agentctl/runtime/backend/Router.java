package io.agentctl.runtime.backend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds an intent's back end: its own name wins, then the longest prefix. */
public final class Router implements AutoCloseable {

    private final Map<String, Backend> exact;
    private final List<Route> prefixes;
    private final List<Backend> backends;

    private Router(Map<String, Backend> exact, List<Route> prefixes, List<Backend> backends) {
        this.exact = exact;
        this.prefixes = prefixes;
        this.backends = backends;
    }

    /**
     * Makes a router, which owns the back ends of its routes from then on.
     *
     * @throws IllegalArgumentException if two routes have the same pattern
     */
    public static Router of(List<Route> routes) {
        Map<String, Backend> exact = new HashMap<>();
        List<Route> prefixes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<Backend> backends = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Backend> inOrder = new ArrayList<>();
        for (Route route : routes) {
            if (!seen.add(route.pattern())) {
                throw new IllegalArgumentException("Two routes have the pattern \"" + route.pattern() + "\"");
            }
            if (route.isPrefix()) {
                prefixes.add(route);
            } else {
                exact.put(route.text(), route.backend());
            }
            if (backends.add(route.backend())) {
                inOrder.add(route.backend());
            }
        }
        prefixes.sort(
                Comparator.comparingInt((Route route) -> route.text().length()).reversed());
        return new Router(Map.copyOf(exact), List.copyOf(prefixes), List.copyOf(inOrder));
    }

    /** The back end that carries the intent out; empty where no route speaks of it. */
    public Optional<Backend> backendFor(String intent) {
        Backend named = exact.get(intent);
        if (named != null) {
            return Optional.of(named);
        }
        for (Route route : prefixes) {
            if (intent.startsWith(route.text())) {
                return Optional.of(route.backend());
            }
        }
        return Optional.empty();
    }

    /** How each back end is doing, in the order in which the routes first name them. */
    public List<BackendHealth> health() {
        return backends.stream().map(Backend::health).toList();
    }

    @Override
    public void close() {
        backends.forEach(Backend::close);
    }
}
