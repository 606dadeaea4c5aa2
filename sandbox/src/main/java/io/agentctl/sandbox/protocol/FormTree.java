package io.agentctl.sandbox.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.TreeMap;

/** A Query request's parameters, {@code A.member.1.B=v}, as the tree that their names spell. */
public final class FormTree {
    private final Map<String, FormTree> children = new LinkedHashMap<>();
    private String text;

    private FormTree() {}

    /**
     * Parses a form-encoded body.
     *
     * @throws MalformedRequestException when an escape is broken
     */
    public static FormTree parse(byte[] body) {
        FormTree root = new FormTree();
        StringTokenizer pairs = new StringTokenizer(new String(body, StandardCharsets.UTF_8), "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            root.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return root;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedRequestException("Broken escape in " + encoded, e);
        }
    }

    private void put(String path, String value) {
        FormTree node = this;
        StringTokenizer names = new StringTokenizer(path, ".");
        while (names.hasMoreTokens()) {
            node = node.children.computeIfAbsent(names.nextToken(), ignored -> new FormTree());
        }
        node.text = value;
    }

    /** The subtree under a name. */
    Optional<FormTree> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    /** The value under a name, or empty when there is none. */
    public Optional<String> textOf(String name) {
        return child(name).map(FormTree::text);
    }

    /** This node's own value; null where it has only children. */
    String text() {
        return text;
    }

    /** The children whose names are numbers, in numeric order. */
    Collection<FormTree> elements() {
        Map<Integer, FormTree> ordered = new TreeMap<>();
        children.forEach((name, child) -> {
            if (!name.isEmpty() && name.chars().allMatch(Character::isDigit)) {
                ordered.put(Integer.valueOf(name), child);
            }
        });
        return ordered.values();
    }
}
