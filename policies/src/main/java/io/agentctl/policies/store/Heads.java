package io.agentctl.policies.store;

import io.agentctl.policies.PolicyException;
import io.agentctl.policies.document.PolicyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What environments enforce: a head that moves by one generation at a time, and a snapshot of each generation. */
final class Heads {

    private static final int PAGE = 25;

    private final TableCalls calls;
    private final AuditLog audit;

    Heads(TableCalls calls, AuditLog audit) {
        this.calls = calls;
        this.audit = audit;
    }

    PolicyHead head(String environment) {
        return Optional.of(calls.get(reading(environment), headKey(environment), Reading.CONSISTENT))
                .filter(item -> !item.isEmpty())
                .map(HeadItems::head)
                .orElseGet(() -> none(environment));
    }

    private static PolicyHead none(String environment) {
        return new PolicyHead(environment, 0, List.of(), Optional.empty(), "", "", Instant.EPOCH);
    }

    /** A query with a filter costs what a read of the item costs, but brings it over only if it is news. */
    Optional<PolicyHead> newer(String environment, long generation, Reading reading) {
        QueryRequest query = QueryRequest.builder()
                .consistentRead(reading == Reading.CONSISTENT)
                .keyConditionExpression("pk = :pk AND sk = :sk")
                .filterExpression("#generation > :generation")
                .expressionAttributeNames(Map.of("#generation", HeadItems.GENERATION))
                .expressionAttributeValues(Map.of(
                        ":pk", Attributes.text(Keys.set(environment)),
                        ":sk", Attributes.text(Keys.HEAD),
                        ":generation", Attributes.number(generation)))
                .build();
        return calls.query(reading(environment), query).findFirst().map(HeadItems::head);
    }

    PolicyHead update(HeadUpdate update, Instant now) {
        PolicyHead seen = head(update.environment());
        if (seen.generation() != update.seen()) {
            return madeBy(update).orElseThrow(() -> conflict(update, seen));
        }
        PolicyHead wanted = HeadChanges.apply(seen, update.changes());
        if (wanted.equals(seen)) {
            return seen;
        }
        PolicyHead next = new PolicyHead(
                update.environment(),
                update.seen() + 1,
                wanted.entries(),
                wanted.candidate(),
                update.actor(),
                update.reason(),
                now);
        boolean written = calls.transact(
                "change what " + update.environment() + " enforces",
                transaction(seen, next, update.id()),
                () -> madeBy(update).isPresent());
        if (written) {
            return next;
        }
        PolicyHead present = head(update.environment());
        throw present.generation() == update.seen() ? missingVersion(seen, next) : conflict(update, present);
    }

    private List<TransactWriteItem> transaction(PolicyHead seen, PolicyHead next, String change) {
        List<TransactWriteItem> items = new ArrayList<>();
        items.add(put(
                HeadItems.head(next, change),
                seen.generation() == 0 ? "attribute_not_exists(sk)" : "#generation = :seen",
                seen.generation()));
        items.add(put(HeadItems.snapshot(next, change), "attribute_not_exists(sk)", 0));
        items.add(audit.item(new AuditEvent(
                next.at(),
                change,
                AuditEvent.Kind.HEAD,
                "environment " + next.environment(),
                "generation " + next.generation() + ": " + HeadChanges.words(seen, next),
                next.actor(),
                next.reason())));
        introduced(seen, next).forEach(entry -> items.add(exists(entry)));
        return items;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, String condition, long seen) {
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(calls.table()).item(item).conditionExpression(condition);
                    if (condition.contains(":seen")) {
                        put.expressionAttributeNames(Map.of("#generation", HeadItems.GENERATION))
                                .expressionAttributeValues(Map.of(":seen", Attributes.number(seen)));
                    }
                })
                .build();
    }

    private TransactWriteItem exists(PolicyHead.Entry entry) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(calls.table())
                        .key(Keys.key(
                                Keys.policy(entry.policy()),
                                Keys.VERSION + entry.version().digest()))
                        .conditionExpression("attribute_exists(sk)"))
                .build();
    }

    private static Set<PolicyHead.Entry> introduced(PolicyHead seen, PolicyHead next) {
        Set<PolicyHead.Entry> introduced = new LinkedHashSet<>(next.entries());
        next.candidate().ifPresent(tried -> introduced.add(new PolicyHead.Entry(tried.policy(), tried.version())));
        seen.entries().forEach(introduced::remove);
        seen.candidate().ifPresent(tried -> introduced.remove(new PolicyHead.Entry(tried.policy(), tried.version())));
        return introduced;
    }

    /** If an update took effect, then as the generation after the one that it saw. */
    Optional<PolicyHead> madeBy(HeadUpdate update) {
        return snapshot(update.environment(), update.seen() + 1)
                .filter(item -> Attributes.text(item, HeadItems.CHANGE).equals(update.id()))
                .map(HeadItems::head);
    }

    Optional<PolicyHead> generation(String environment, long generation) {
        return snapshot(environment, generation).map(HeadItems::head);
    }

    private Optional<Map<String, AttributeValue>> snapshot(String environment, long generation) {
        return Optional.of(calls.get(
                        reading(environment),
                        Keys.key(Keys.set(environment), Keys.generation(generation)),
                        Reading.CONSISTENT))
                .filter(item -> !item.isEmpty());
    }

    Stream<PolicyHead> newestFirst(String environment) {
        return calls.query(
                        "read the history of " + environment,
                        Attributes.beginning(Keys.set(environment), Keys.GENERATION)
                                .scanIndexForward(false)
                                .limit(PAGE)
                                .build())
                .map(HeadItems::head);
    }

    /** The way back: what the policy was before its last change. */
    Optional<VersionRef> before(String environment, PolicyId policy) {
        Optional<VersionRef> present = head(environment).version(policy);
        boolean ever = present.isPresent();
        for (PolicyHead past : (Iterable<PolicyHead>) newestFirst(environment)::iterator) {
            Optional<VersionRef> then = past.version(policy);
            if (!Objects.equals(then, present)) {
                return then;
            }
            ever |= then.isPresent();
        }
        if (!ever) {
            throw new PolicyException(
                    PolicyException.Kind.NOT_FOUND,
                    "policy " + policy + " was never in force in " + environment,
                    "agentctl policy status shows what is",
                    null);
        }
        return Optional.empty();
    }

    private static PolicyException conflict(HeadUpdate update, PolicyHead winner) {
        return new PolicyException(
                PolicyException.Kind.CONFLICT,
                winner.generation() < update.seen()
                        ? update.environment() + " is at generation " + winner.generation() + ", not " + update.seen()
                        : winner.actor() + " changed what " + update.environment() + " enforces at " + winner.at()
                                + " (generation " + winner.generation()
                                + (winner.reason().isEmpty() ? "" : ", " + winner.reason()) + "), after generation "
                                + update.seen() + " that this change is based on",
                "look at it (agentctl policy status), then try again",
                null);
    }

    private static PolicyException missingVersion(PolicyHead seen, PolicyHead next) {
        return new PolicyException(
                PolicyException.Kind.NOT_FOUND,
                "one of these versions is not in the store: " + HeadChanges.words(seen, next),
                "agentctl policy list shows what there is",
                null);
    }

    private static String reading(String environment) {
        return "read what " + environment + " enforces";
    }

    private static Map<String, AttributeValue> headKey(String environment) {
        return Keys.key(Keys.set(environment), Keys.HEAD);
    }
}
