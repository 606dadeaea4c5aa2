package io.agentctl.policies.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.RuleRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A decision as members of an answer: those of a rule stand beside the effect, as callers look for them. */
public final class DecisionAnswer {

    private DecisionAnswer() {}

    /** The members, in the order of the documentation. */
    public static Map<String, Object> write(Decision decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("effect", word(decision.effect()));
        json.put("reason", word(decision.reason()));
        decision.rule().ifPresent(rule -> json.putAll(rule(rule)));
        json.put("message", decision.message());
        json.put(
                "remarks",
                decision.remarks().stream().map(DecisionAnswer::remark).toList());
        json.put("generation", decision.generation());
        return json;
    }

    /**
     * Reads the members back.
     *
     * @throws IllegalArgumentException if they are no decision
     */
    public static Decision read(JsonNode json) {
        List<Decision.Remark> remarks = new ArrayList<>();
        for (JsonNode remark : json.path("remarks")) {
            remarks.add(new Decision.Remark(
                    constant(remark, "kind", Decision.Remark.Kind.class), rule(remark), text(remark, "message")));
        }
        if (!json.path("generation").isIntegralNumber()) {
            throw new IllegalArgumentException("generation is missing");
        }
        return new Decision(
                constant(json, "effect", Effect.class),
                constant(json, "reason", Decision.Reason.class),
                json.has("rule") ? Optional.of(rule(json)) : Optional.empty(),
                text(json, "message"),
                remarks,
                json.path("generation").longValue());
    }

    private static Map<String, Object> remark(Decision.Remark remark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", word(remark.kind()));
        json.putAll(rule(remark.rule()));
        json.put("message", remark.message());
        return json;
    }

    private static Map<String, Object> rule(RuleRef rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", rule.policy().value());
        json.put("version", rule.version());
        json.put("rule", rule.rule());
        return json;
    }

    private static RuleRef rule(JsonNode json) {
        return new RuleRef(new PolicyId(text(json, "policy")), text(json, "version"), text(json, "rule"));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(JsonNode json, String member, Class<E> type) {
        return Enum.valueOf(type, text(json, member).toUpperCase(Locale.ROOT));
    }

    private static String text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(member + " is missing");
        }
        return value.textValue();
    }
}
