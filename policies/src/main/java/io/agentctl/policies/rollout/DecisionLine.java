package io.agentctl.policies.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.RuleRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A recorded decision as one line of JSON: the form of the decision log, of the store, and of {@code replay --from}.
 */
public final class DecisionLine {

    private static final int SCHEMA_VERSION = 1;

    /** Shared on purpose: a mapper is safe to use from many threads once it is configured, and dear to make. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private DecisionLine() {}

    /** The record as one line, without the line's end. */
    public static String write(RecordedDecision record) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("schemaVersion", SCHEMA_VERSION);
        line.put("id", record.id());
        line.put("at", record.at().toString());
        line.put("environment", record.environment());
        line.put("versions", versions(record));
        line.put("facts", FactValues.toJson(record.facts()));
        line.put("decision", decision(record.decision()));
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps, lists and scalars can be written", impossible);
        }
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is not a recorded decision; the message says why
     */
    public static RecordedDecision read(String line) {
        try {
            Members record = new Members(JSON.readValue(line, Object.class));
            Map<PolicyId, String> versions = new TreeMap<>();
            record.object("versions")
                    .values()
                    .forEach((policy, version) -> versions.put(new PolicyId(policy), String.valueOf(version)));
            return new RecordedDecision(
                    record.text("id"),
                    record.instant("at"),
                    record.text("environment"),
                    FactValues.facts(record.object("facts")),
                    decision(record.object("decision")),
                    versions);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not JSON: " + notJson.getOriginalMessage(), notJson);
        }
    }

    private static Map<String, String> versions(RecordedDecision record) {
        Map<String, String> versions = new TreeMap<>();
        record.versions().forEach((policy, version) -> versions.put(policy.value(), version));
        return versions;
    }

    private static Map<String, Object> decision(Decision decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("effect", FactValues.word(decision.effect()));
        json.put("reason", FactValues.word(decision.reason()));
        decision.rule().ifPresent(rule -> json.put("rule", rule(rule)));
        if (!decision.message().isEmpty()) {
            json.put("message", decision.message());
        }
        if (!decision.remarks().isEmpty()) {
            json.put(
                    "remarks",
                    decision.remarks().stream().map(DecisionLine::remark).toList());
        }
        json.put("generation", decision.generation());
        return json;
    }

    private static Map<String, Object> remark(Decision.Remark remark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", FactValues.word(remark.kind()));
        json.put("rule", rule(remark.rule()));
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

    private static Decision decision(Members json) {
        List<Decision.Remark> remarks = new ArrayList<>();
        for (Members remark : json.objects("remarks")) {
            remarks.add(new Decision.Remark(
                    remark.word("kind", Decision.Remark.Kind.class),
                    rule(remark.object("rule")),
                    remark.text("message")));
        }
        return new Decision(
                json.word("effect", Effect.class),
                json.word("reason", Decision.Reason.class),
                json.has("rule") ? Optional.of(rule(json.object("rule"))) : Optional.empty(),
                json.has("message") ? json.text("message") : "",
                remarks,
                json.number("generation"));
    }

    private static RuleRef rule(Members json) {
        return new RuleRef(new PolicyId(json.text("policy")), json.text("version"), json.text("rule"));
    }
}
