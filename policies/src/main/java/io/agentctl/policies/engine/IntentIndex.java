package io.agentctl.policies.engine;

import io.agentctl.policies.compile.CompiledPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the rules for an intent in time that depends on its length alone. Names that policies write out have an entry;
 * for any other name, the longest prefix that a policy names decides, for every other prefix it has is a prefix of that
 * one.
 */
final class IntentIndex {

    private final Map<String, Applicable> exact = new HashMap<>();
    private final Node root;

    IntentIndex(List<CompiledPolicy> policies, Function<List<CompiledPolicy>, Applicable> maker) {
        Map<List<CompiledPolicy>, Applicable> made = new HashMap<>();
        Function<List<CompiledPolicy>, Applicable> shared = matching -> made.computeIfAbsent(matching, maker);
        Set<String> names = new HashSet<>();
        policies.forEach(policy -> names.addAll(policy.document().match().intents()));
        root = new Node(shared.apply(matching(policies, "", true)));
        for (String name : names.stream().sorted().toList()) {
            if (name.endsWith("*")) {
                String prefix = name.substring(0, name.length() - 1);
                root.put(prefix, 0, shared.apply(matching(policies, prefix, true)));
            } else {
                exact.put(name, shared.apply(matching(policies, name, false)));
            }
        }
    }

    Applicable find(String intent) {
        Applicable named = exact.get(intent);
        return named == null ? root.longest(intent) : named;
    }

    private static List<CompiledPolicy> matching(List<CompiledPolicy> policies, String name, boolean prefix) {
        List<CompiledPolicy> matching = new ArrayList<>();
        for (CompiledPolicy policy : policies) {
            List<String> intents = policy.document().match().intents();
            if (intents.isEmpty() || intents.stream().anyMatch(intent -> matches(intent, name, prefix))) {
                matching.add(policy);
            }
        }
        return matching;
    }

    private static boolean matches(String pattern, String name, boolean prefix) {
        if (pattern.endsWith("*")) {
            return name.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return !prefix && pattern.equals(name);
    }

    /** A node of a trie over the prefixes. */
    private static final class Node {

        private final Map<Character, Node> children = new HashMap<>();
        private Applicable applicable;

        private Node(Applicable applicable) {
            this.applicable = applicable;
        }

        private void put(String prefix, int at, Applicable value) {
            if (at == prefix.length()) {
                applicable = value;
            } else {
                children.computeIfAbsent(prefix.charAt(at), ignored -> new Node(null))
                        .put(prefix, at + 1, value);
            }
        }

        private Applicable longest(String intent) {
            Applicable best = applicable;
            Node node = this;
            for (int at = 0; at < intent.length() && !node.children.isEmpty(); at++) {
                node = node.children.get(intent.charAt(at));
                if (node == null) {
                    break;
                }
                best = node.applicable == null ? best : node.applicable;
            }
            return best;
        }
    }
}
