package io.agentctl.cli.remote;

import io.agentctl.control.permission.Names;
import io.agentctl.control.permission.Permission;
import io.agentctl.control.permission.PolicyDocument;
import io.agentctl.sandbox.http.AskedOfIam;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was asked for whom, held to what is declared for them. */
final class Tally {

    private static final Names NAMES = new Names(
            "aws",
            "us-east-1",
            "111122223333",
            "acme",
            "acme",
            List.of("*"),
            List.of("acme-*"),
            List.of("acme-*"),
            "acme/*",
            "acme-perf");

    /** Permissions that somebody needed, by who: a use case, or its name and {@code changes}. */
    private final Map<String, Set<Permission>> used = new TreeMap<>();

    private final Map<String, Set<String>> refused = new TreeMap<>();

    /** Counts what was asked; what is not allowed is kept to be told. */
    void count(String who, Collection<Permission> allowed, AskedOfIam asked) {
        List<Permission> by = allowed.stream()
                .filter(permission -> permission.action().equals(asked.action()) && covers(permission, asked))
                .toList();
        if (by.isEmpty()) {
            refused.computeIfAbsent(who, none -> new TreeSet<>()).add(asked.action() + " on " + asked.resource());
        }
        used.computeIfAbsent(who, none -> new TreeSet<>()).addAll(by);
    }

    /** Where the log has no resource, the action decides. */
    private static boolean covers(Permission permission, AskedOfIam asked) {
        return asked.resource().isEmpty()
                || PolicyDocument.resources(permission, NAMES).stream()
                        .anyMatch(pattern ->
                                pattern.equals("*") || asked.resource().matches(regex(resourcePart(pattern))));
    }

    private static String resourcePart(String arn) {
        return arn.split(":", 6)[5];
    }

    private static String regex(String pattern) {
        return pattern.replace(".", "\\.").replace("*", ".*");
    }

    /** What was called without being declared, since this was asked last. */
    Map<String, Set<String>> refusedSince() {
        Map<String, Set<String>> since = new TreeMap<>(refused);
        refused.clear();
        return since;
    }

    /** What was declared for somebody and never called for them. */
    Set<String> unused(String who, Collection<Permission> declared) {
        Set<String> unused = new TreeSet<>();
        Set<Permission> needed = used.getOrDefault(who, Set.of());
        for (Permission permission : declared) {
            if (!needed.contains(permission)) {
                unused.add(who + " " + permission.action() + " on " + permission.scope());
            }
        }
        return unused;
    }
}
