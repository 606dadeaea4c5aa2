package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a head and its snapshots lie in the table. An entry is one short text, for every instance reads the head twice a
 * second, and pays by 4 KB.
 */
final class HeadItems {

    static final String CHANGE = "change";
    static final String GENERATION = "generation";
    private static final String CANDIDATE = "candidate";

    private HeadItems() {}

    static Map<String, AttributeValue> head(PolicyHead head, String change) {
        return item(Keys.HEAD, head, change);
    }

    static Map<String, AttributeValue> snapshot(PolicyHead head, String change) {
        return item(Keys.generation(head.generation()), head, change);
    }

    private static Map<String, AttributeValue> item(String sort, PolicyHead head, String change) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.key(Keys.set(head.environment()), sort));
        item.put("environment", Attributes.text(head.environment()));
        item.put(GENERATION, Attributes.number(head.generation()));
        Map<String, AttributeValue> entries = new HashMap<>();
        head.entries().forEach(entry -> entries.put(entry.policy().value(), Attributes.text(version(entry.version()))));
        item.put("entries", AttributeValue.fromM(entries));
        head.candidate().ifPresent(candidate -> item.put(CANDIDATE, candidate(candidate)));
        item.put("actor", Attributes.text(head.actor()));
        item.put("reason", Attributes.text(head.reason()));
        item.put("at", Attributes.time(head.at()));
        item.put(CHANGE, Attributes.text(change));
        return item;
    }

    static PolicyHead head(Map<String, AttributeValue> item) {
        List<PolicyHead.Entry> entries = new TreeMap<>(item.get("entries").m())
                .entrySet().stream()
                        .map(entry -> new PolicyHead.Entry(
                                new PolicyId(entry.getKey()),
                                version(entry.getValue().s())))
                        .toList();
        return new PolicyHead(
                Attributes.text(item, "environment"),
                Attributes.number(item, GENERATION),
                entries,
                Optional.ofNullable(item.get(CANDIDATE)).map(AttributeValue::m).map(HeadItems::candidate),
                Attributes.text(item, "actor"),
                Attributes.text(item, "reason"),
                Attributes.time(item, "at"));
    }

    private static String version(VersionRef ref) {
        return ref.number() + "@" + ref.digest();
    }

    private static VersionRef version(String text) {
        int at = text.indexOf('@');
        return new VersionRef(Long.parseLong(text.substring(0, at)), text.substring(at + 1));
    }

    private static AttributeValue candidate(Candidate candidate) {
        Candidate.Bound bound = candidate.bound();
        return AttributeValue.fromM(Map.of(
                "policy", Attributes.text(candidate.policy().value()),
                "version", Attributes.text(version(candidate.version())),
                "kind", Attributes.text(candidate.kind().name()),
                "percent", Attributes.number(candidate.percent()),
                "requests", Attributes.number(bound.requests()),
                "errors", AttributeValue.fromN(Double.toString(bound.errors())),
                "denials", AttributeValue.fromN(Double.toString(bound.denials()))));
    }

    private static Candidate candidate(Map<String, AttributeValue> item) {
        return new Candidate(
                new PolicyId(Attributes.text(item, "policy")),
                version(Attributes.text(item, "version")),
                Candidate.Kind.valueOf(Attributes.text(item, "kind")),
                Math.toIntExact(Attributes.number(item, "percent")),
                new Candidate.Bound(
                        Math.toIntExact(Attributes.number(item, "requests")),
                        Double.parseDouble(item.get("errors").n()),
                        Double.parseDouble(item.get("denials").n())));
    }
}
