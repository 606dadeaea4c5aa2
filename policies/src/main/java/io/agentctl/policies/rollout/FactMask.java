package io.agentctl.policies.rollout;

import io.agentctl.policies.document.JsonPath;
import io.agentctl.policies.fact.FactCatalog;
import io.agentctl.policies.fact.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Masks facts by the pointers of {@code redact}, before a request is recorded. A pointer into the context masks the
 * declared fact and its copy in {@code context.attributes}.
 */
public final class FactMask {

    private static final String ATTRIBUTES = "attributes";
    private static final String ANY = "*";

    private final List<JsonPath> redactions;

    /** Makes a mask; pointers are into the request, such as {@code /context/prompt}. */
    public FactMask(List<JsonPath> redactions) {
        this.redactions = List.copyOf(redactions);
    }

    /** The facts with {@link Masked#VALUE} where a pointer leads. The intent stays: nothing is known without it. */
    public Facts apply(Facts facts) {
        Object context = facts.context();
        for (JsonPath path : redactions) {
            List<String> tokens = path.tokens();
            if (tokens.isEmpty() || tokens.equals(List.of(FactCatalog.CONTEXT))) {
                context = masked(context, List.of(ANY));
            } else if (tokens.getFirst().equals(FactCatalog.CONTEXT)) {
                List<String> inContext = tokens.subList(1, tokens.size());
                List<String> inAttributes = new ArrayList<>(inContext);
                inAttributes.addFirst(ATTRIBUTES);
                context = masked(masked(context, inContext), inAttributes);
            }
        }
        Map<String, Object> request = new LinkedHashMap<>(facts.request());
        redactions.stream()
                .filter(path -> path.tokens().equals(List.of("caller")) && request.containsKey("caller"))
                .forEach(ignored -> request.put("caller", Masked.VALUE));
        return new Facts(request, members(context), facts.usage());
    }

    /**
     * The paths that hold a marker, as the engine wants them. Of a declared fact that is masked in part all counts as
     * masked; attributes are told apart to the bottom.
     */
    public static Set<String> maskedPaths(Facts facts) {
        Set<String> found = new TreeSet<>();
        facts.request().forEach((name, value) -> collect(value, FactCatalog.REQUEST + "." + name, false, found));
        facts.context()
                .forEach((name, value) ->
                        collect(value, FactCatalog.CONTEXT + "." + name, name.equals(ATTRIBUTES), found));
        return found;
    }

    private static void collect(Object value, String path, boolean deeper, Set<String> found) {
        if (value == Masked.VALUE) {
            found.add(path);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> collect(member, deeper ? path + "." + key : path, deeper, found));
        } else if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                collect(list.get(index), deeper ? path + "." + index : path, deeper, found);
            }
        }
    }

    private static Object masked(Object value, List<String> tokens) {
        if (tokens.isEmpty()) {
            return Masked.VALUE;
        }
        String token = tokens.getFirst();
        List<String> rest = tokens.subList(1, tokens.size());
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, member) ->
                    copy.put(String.valueOf(key), matches(token, String.valueOf(key)) ? masked(member, rest) : member));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (int index = 0; index < list.size(); index++) {
                Object element = list.get(index);
                copy.add(matches(token, Integer.toString(index)) ? masked(element, rest) : element);
            }
            return copy;
        }
        return value;
    }

    private static boolean matches(String token, String name) {
        return token.equals(ANY) || token.equals(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object context) {
        return (Map<String, Object>) context;
    }
}
