package io.agentctl.policies.rollout;

import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.fact.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes masked values out of messages: a message expression may quote what must not be written down. */
final class MaskedText {

    private static final String STARS = "***";

    /** A shorter value is in every other word, and taking it out would leave nothing to read. */
    private static final int SHORTEST = 3;

    private final List<String> hidden;

    /** Makes it from the facts before and after masking. */
    MaskedText(Facts facts, Facts masked) {
        Set<String> values = new TreeSet<>();
        collect(facts.request(), masked.request(), values);
        collect(facts.context(), masked.context(), values);
        // The longest first, for one value may be part of another.
        hidden = values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    Decision of(Decision decision) {
        return new Decision(
                decision.effect(),
                decision.reason(),
                decision.rule(),
                of(decision.message()),
                decision.remarks().stream()
                        .map(remark -> new Decision.Remark(remark.kind(), remark.rule(), of(remark.message())))
                        .toList(),
                decision.generation());
    }

    private String of(String message) {
        String text = message;
        for (String value : hidden) {
            text = text.replace(value, STARS);
        }
        return text;
    }

    private static void collect(Object value, Object masked, Set<String> values) {
        if (masked == Masked.VALUE) {
            scalars(value, values);
        } else if (value instanceof Map<?, ?> map && masked instanceof Map<?, ?> other) {
            map.forEach((name, member) -> collect(member, other.get(name), values));
        } else if (value instanceof List<?> list && masked instanceof List<?> other) {
            for (int index = 0; index < list.size(); index++) {
                collect(list.get(index), other.get(index), values);
            }
        }
    }

    private static void scalars(Object value, Set<String> values) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> scalars(member, values));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> scalars(element, values));
        } else if (value != null && value.toString().length() >= SHORTEST && !(value instanceof Boolean)) {
            values.add(value.toString());
        }
    }
}
