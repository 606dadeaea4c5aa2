package io.agentctl.policies.store;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.PolicyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The versions of policies: made once, never changed but for a signature that was missing. */
final class Versions {

    private static final String NEW = "attribute_not_exists(sk)";

    private final TableCalls calls;
    private final AuditLog audit;

    Versions(TableCalls calls, AuditLog audit) {
        this.calls = calls;
        this.audit = audit;
    }

    Published publish(PublishRequest request, Instant now) {
        Optional<VersionLine> newest = newest(request.policy());
        Optional<PolicyVersion> there = byDigest(request.policy(), request.digest());
        if (there.isPresent()) {
            return alreadyThere(request, there.get(), newest.orElseThrow().ref(), now);
        }
        requireBase(request, newest);
        long number = newest.map(line -> line.ref().number()).orElse(0L) + 1;
        PolicyVersion version = new PolicyVersion(
                request.policy(),
                new VersionRef(number, request.digest()),
                request.text(),
                request.signature(),
                request.actor(),
                request.reason(),
                now);
        String change = UUID.randomUUID().toString();
        boolean written = calls.transact(
                "publish policy " + request.policy(),
                List.of(
                        put(VersionItems.version(version, change)),
                        put(VersionItems.line(version)),
                        meta(version),
                        catalogue(version, request.owner()),
                        audit.item(published(version, change))),
                () -> calls.get("read policy " + request.policy(), versionKey(version), Reading.CONSISTENT)
                        .getOrDefault(VersionItems.CHANGE, Attributes.text(""))
                        .s()
                        .equals(change));
        return written ? new Published(version, false, version.ref()) : beaten(request);
    }

    /** Somebody was quicker: with the same content, which is as good, or with other. */
    private Published beaten(PublishRequest request) {
        VersionLine winner = newest(request.policy()).orElseThrow();
        return byDigest(request.policy(), request.digest())
                .map(version -> new Published(version, true, winner.ref()))
                .orElseThrow(() -> conflict(request.policy(), winner));
    }

    private Published alreadyThere(PublishRequest request, PolicyVersion there, VersionRef newest, Instant now) {
        if (there.signature().isPresent() || request.signature().isEmpty()) {
            return new Published(there, true, newest);
        }
        return new Published(sign(there, request, now), true, newest);
    }

    /** What was published unsigned may be signed later, by whoever publishes the same content with a key. */
    private PolicyVersion sign(PolicyVersion version, PublishRequest request, Instant now) {
        AuditEvent event = new AuditEvent(
                now,
                UUID.randomUUID().toString(),
                AuditEvent.Kind.SIGN,
                "policy " + version.policy(),
                "version " + version.ref() + " signed with "
                        + request.signature().orElseThrow().keyId(),
                request.actor(),
                request.reason());
        calls.transact(
                "sign policy " + version.policy(),
                List.of(signature(version, request.signature().orElseThrow()), audit.item(event)),
                () -> true);
        return byDigest(version.policy(), version.ref().digest()).orElseThrow();
    }

    private TransactWriteItem signature(PolicyVersion version, PolicyVersion.Signature signature) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(calls.table())
                        .key(versionKey(version))
                        .updateExpression("SET #signature = :signature")
                        .conditionExpression("attribute_exists(sk) AND attribute_not_exists(#signature)")
                        .expressionAttributeNames(Map.of("#signature", "signature"))
                        .expressionAttributeValues(Map.of(":signature", VersionItems.signature(signature))))
                .build();
    }

    private static void requireBase(PublishRequest request, Optional<VersionLine> newest) {
        if (request.basedOn().isPresent() && !request.basedOn().equals(newest.map(VersionLine::ref))) {
            throw newest.map(line -> conflict(request.policy(), line))
                    .orElseGet(() -> unknown(
                            request.policy(), " version " + request.basedOn().get()));
        }
    }

    private static PolicyException conflict(PolicyId policy, VersionLine winner) {
        return new PolicyException(
                PolicyException.Kind.CONFLICT,
                "version " + winner.ref() + " of policy " + policy + " was published by " + winner.actor() + " at "
                        + winner.at() + (winner.reason().isEmpty() ? "" : " (" + winner.reason() + ")")
                        + " in the meantime",
                "look at what changed (agentctl policy show " + policy + "), and publish on top of it",
                null);
    }

    private static AuditEvent published(PolicyVersion version, String change) {
        return new AuditEvent(
                version.at(),
                change,
                AuditEvent.Kind.PUBLISH,
                "policy " + version.policy(),
                "version " + version.ref() + ", " + version.ref().digest(),
                version.actor(),
                version.reason());
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(calls.table()).item(item).conditionExpression(NEW))
                .build();
    }

    private TransactWriteItem catalogue(PolicyVersion version, String owner) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(calls.table()).item(VersionItems.catalogue(version, owner)))
                .build();
    }

    private TransactWriteItem meta(PolicyVersion version) {
        Map<String, AttributeValue> item = VersionItems.meta(version);
        long number = version.ref().number();
        if (number == 1) {
            return put(item);
        }
        return TransactWriteItem.builder()
                .put(put -> put.tableName(calls.table())
                        .item(item)
                        .conditionExpression("#number = :seen")
                        .expressionAttributeNames(Map.of("#number", VersionItems.NUMBER))
                        .expressionAttributeValues(Map.of(":seen", Attributes.number(number - 1))))
                .build();
    }

    private static Map<String, AttributeValue> versionKey(PolicyVersion version) {
        return Keys.key(
                Keys.policy(version.policy()), Keys.VERSION + version.ref().digest());
    }

    Optional<VersionLine> newest(PolicyId policy) {
        return found("read policy " + policy, Keys.key(Keys.policy(policy), Keys.META))
                .map(VersionItems::line);
    }

    Optional<PolicyVersion> byDigest(PolicyId policy, String digest) {
        return found("read policy " + policy, Keys.key(Keys.policy(policy), Keys.VERSION + digest))
                .map(VersionItems::version);
    }

    Optional<PolicyVersion> byNumber(PolicyId policy, long number) {
        return found("read policy " + policy, Keys.key(Keys.policy(policy), Keys.number(number)))
                .flatMap(line -> byDigest(policy, VersionItems.ref(line).digest()));
    }

    private Optional<Map<String, AttributeValue>> found(String doing, Map<String, AttributeValue> key) {
        return Optional.of(calls.get(doing, key, Reading.CONSISTENT)).filter(item -> !item.isEmpty());
    }

    List<VersionLine> lines(PolicyId policy) {
        return calls.query(
                        "list the versions of policy " + policy,
                        Attributes.beginning(Keys.policy(policy), Keys.NUMBER)
                                .scanIndexForward(false)
                                .build())
                .map(VersionItems::line)
                .toList();
    }

    List<CataloguedPolicy> catalogue() {
        return calls.query(
                        "list policies",
                        Attributes.beginning(Keys.CATALOGUE, "POLICY#").build())
                .map(VersionItems::catalogued)
                .toList();
    }

    static PolicyException unknown(PolicyId policy, String which) {
        return new PolicyException(
                PolicyException.Kind.NOT_FOUND,
                "there is no policy " + policy + which + " in the store",
                "agentctl policy list shows those there are; agentctl policy history " + policy + ", its versions",
                null);
    }
}
