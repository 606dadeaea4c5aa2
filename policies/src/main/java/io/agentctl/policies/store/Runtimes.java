package io.agentctl.policies.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What runtimes last said of themselves. */
final class Runtimes {

    private final TableCalls calls;

    Runtimes(TableCalls calls) {
        this.calls = calls;
    }

    void report(RuntimeInstance instance, Duration timeToLive) {
        Map<String, AttributeValue> item =
                new HashMap<>(Keys.key(Keys.runtimes(instance.environment()), Keys.INSTANCE + instance.id()));
        item.put("id", Attributes.text(instance.id()));
        item.put("environment", Attributes.text(instance.environment()));
        item.put("address", Attributes.text(instance.address()));
        item.put("version", Attributes.text(instance.version()));
        item.put("generation", Attributes.number(instance.generation()));
        item.put("since", Attributes.time(instance.since()));
        item.put("reported_at", Attributes.time(instance.reportedAt()));
        instance.problem().ifPresent(problem -> item.put("problem", Attributes.text(problem)));
        item.put(
                PolicyTable.EXPIRES_AT,
                Attributes.number(instance.reportedAt().plus(timeToLive).getEpochSecond()));
        calls.call("report instance " + instance.id(), () -> calls.client()
                .putItem(request -> request.tableName(calls.table()).item(item)));
    }

    void leave(String environment, String id) {
        calls.call(
                "sign off instance " + id, () -> calls.client().deleteItem(request -> request.tableName(calls.table())
                        .key(Keys.key(Keys.runtimes(environment), Keys.INSTANCE + id))));
    }

    /** DynamoDB may take two days to delete what has expired, so it is left out here. */
    List<RuntimeInstance> alive(String environment, Instant now) {
        return calls.query(
                        "list the runtimes of " + environment,
                        Attributes.beginning(Keys.runtimes(environment), Keys.INSTANCE)
                                .build())
                .filter(item -> Attributes.number(item, PolicyTable.EXPIRES_AT) >= now.getEpochSecond())
                .map(Runtimes::instance)
                .toList();
    }

    private static RuntimeInstance instance(Map<String, AttributeValue> item) {
        return new RuntimeInstance(
                Attributes.text(item, "id"),
                Attributes.text(item, "environment"),
                Attributes.text(item, "address"),
                Attributes.text(item, "version"),
                Attributes.number(item, "generation"),
                Attributes.time(item, "since"),
                Attributes.time(item, "reported_at"),
                Attributes.optional(item, "problem"));
    }
}
