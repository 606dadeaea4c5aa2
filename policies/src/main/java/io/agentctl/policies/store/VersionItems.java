package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How versions, their numbers, the newest of each policy and the catalogue lie in the table. */
final class VersionItems {

    static final String CHANGE = "change";
    static final String NUMBER = "number";
    private static final String DIGEST = "digest";

    private VersionItems() {}

    /** The version itself, under its content's address. */
    static Map<String, AttributeValue> version(PolicyVersion version, String change) {
        Map<String, AttributeValue> item = made(version);
        item.putAll(Keys.key(
                Keys.policy(version.policy()), Keys.VERSION + version.ref().digest()));
        item.put("text", Attributes.text(version.text()));
        item.put(CHANGE, Attributes.text(change));
        version.signature().ifPresent(signature -> item.put("signature", signature(signature)));
        return item;
    }

    /** Which content has a number; small, so that listing versions does not read their texts. */
    static Map<String, AttributeValue> line(PolicyVersion version) {
        Map<String, AttributeValue> item = made(version);
        item.putAll(Keys.key(
                Keys.policy(version.policy()), Keys.number(version.ref().number())));
        return item;
    }

    static Map<String, AttributeValue> meta(PolicyVersion version) {
        Map<String, AttributeValue> item = made(version);
        item.putAll(Keys.key(Keys.policy(version.policy()), Keys.META));
        return item;
    }

    static Map<String, AttributeValue> catalogue(PolicyVersion version, String owner) {
        Map<String, AttributeValue> item = made(version);
        item.putAll(Keys.key(Keys.CATALOGUE, Keys.policy(version.policy())));
        item.put("owner", Attributes.text(owner));
        return item;
    }

    private static Map<String, AttributeValue> made(PolicyVersion version) {
        return new HashMap<>(Map.of(
                "policy",
                Attributes.text(version.policy().value()),
                NUMBER,
                Attributes.number(version.ref().number()),
                DIGEST,
                Attributes.text(version.ref().digest()),
                "actor",
                Attributes.text(version.actor()),
                "reason",
                Attributes.text(version.reason()),
                "at",
                Attributes.time(version.at())));
    }

    static AttributeValue signature(PolicyVersion.Signature signature) {
        return AttributeValue.fromM(Map.of(
                "algorithm", Attributes.text(signature.algorithm()),
                "key", Attributes.text(signature.keyId()),
                "value", Attributes.text(signature.value())));
    }

    static PolicyVersion version(Map<String, AttributeValue> item) {
        return new PolicyVersion(
                new PolicyId(Attributes.text(item, "policy")),
                ref(item),
                Attributes.text(item, "text"),
                Optional.ofNullable(item.get("signature"))
                        .map(AttributeValue::m)
                        .map(signature -> new PolicyVersion.Signature(
                                Attributes.text(signature, "algorithm"),
                                Attributes.text(signature, "key"),
                                Attributes.text(signature, "value"))),
                Attributes.text(item, "actor"),
                Attributes.text(item, "reason"),
                at(item));
    }

    static VersionLine line(Map<String, AttributeValue> item) {
        return new VersionLine(ref(item), Attributes.text(item, "actor"), Attributes.text(item, "reason"), at(item));
    }

    static CataloguedPolicy catalogued(Map<String, AttributeValue> item) {
        return new CataloguedPolicy(
                new PolicyId(Attributes.text(item, "policy")),
                Attributes.text(item, "owner"),
                ref(item),
                Attributes.text(item, "actor"),
                at(item));
    }

    static VersionRef ref(Map<String, AttributeValue> item) {
        return new VersionRef(Attributes.number(item, NUMBER), Attributes.text(item, DIGEST));
    }

    private static Instant at(Map<String, AttributeValue> item) {
        return Attributes.time(item, "at");
    }
}
