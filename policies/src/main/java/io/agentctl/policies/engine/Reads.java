package io.agentctl.policies.engine;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.CompiledRule;
import io.agentctl.policies.compile.CompiledWaiver;
import io.agentctl.policies.fact.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What decisions about an intent depend on: two requests for it whose values agree get the same decision, between two
 * boundaries of time.
 *
 * @param paths the facts that applicable rules, their messages and their exceptions may read, sorted
 * @param boundaries when exceptions expire, in order
 */
public record Reads(List<String> paths, List<Instant> boundaries) {

    private static final String TIME = "request.time";
    private static final String ATTRIBUTES = "context.attributes";

    public Reads {
        paths = List.copyOf(paths);
        boundaries = List.copyOf(boundaries);
    }

    static Reads of(List<CompiledPolicy> policies) {
        Set<String> paths = new TreeSet<>();
        Set<Instant> boundaries = new TreeSet<>();
        for (CompiledPolicy policy : policies) {
            for (CompiledRule rule : policy.rules()) {
                paths.addAll(rule.when().reads());
                rule.message().ifPresent(message -> paths.addAll(message.reads()));
                for (CompiledWaiver waiver : rule.waivers()) {
                    paths.addAll(waiver.when().reads());
                    boundaries.add(waiver.waiver().expires());
                }
            }
        }
        return new Reads(new ArrayList<>(paths), new ArrayList<>(boundaries));
    }

    /** Whether a decision may be used again at all: not where a rule reads the instant of arrival. */
    public boolean cacheable() {
        return !paths.contains(TIME);
    }

    /** Until when a decision made now may be used again; {@link Instant#MAX} if time alone changes nothing. */
    public Instant validUntil(Instant now) {
        for (Instant boundary : boundaries) {
            if (boundary.isAfter(now)) {
                return boundary;
            }
        }
        return Instant.MAX;
    }

    /** The values of the paths, in their order, null where a request has none: with the intent, the key of a cache. */
    public List<Object> values(Facts facts) {
        Object[] values = new Object[paths.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = value(facts, paths.get(index));
        }
        return java.util.Arrays.asList(values);
    }

    private static Object value(Facts facts, String path) {
        int dot = path.indexOf('.');
        String member = path.substring(dot + 1);
        if (path.startsWith("request.")) {
            return facts.request().get(member);
        }
        if (path.startsWith("usage.")) {
            return facts.usage().get(member);
        }
        if (path.startsWith(ATTRIBUTES + ".") && facts.context().get("attributes") instanceof Map<?, ?> attributes) {
            String attribute = path.substring(ATTRIBUTES.length() + 1);
            Object value = attributes.get(attribute);
            return value == null && attributes.containsKey(attribute) ? Missing.NULL : value;
        }
        return facts.context().get(member);
    }

    /** A member that is there and null, as against one that is not there. */
    private enum Missing {
        NULL
    }
}
