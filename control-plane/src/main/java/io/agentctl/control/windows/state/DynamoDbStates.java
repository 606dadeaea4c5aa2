package io.agentctl.control.windows.state;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.plan.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** The states that a team shares, in the table of its journal: an item for each service, in one partition. */
public final class DynamoDbStates implements ServiceStates {

    private static final int CALLS_IN_FLIGHT = 8;
    private static final String PARTITION = "windows";
    private static final String DOCUMENT = "document";

    private final DynamoDbClient client;
    private final String table;
    private final ApiCalls calls = new ApiCalls(CALLS_IN_FLIGHT);

    /** Keeps them in a table with the keys {@code pk} and {@code sk}. */
    public DynamoDbStates(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Map<ServiceName, ServiceState> all(Target target) {
        return calls.call("read what is remembered of services in table " + table, () -> client
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :place)")
                        .expressionAttributeValues(Map.of(":pk", text(PARTITION), ":place", text(place(target)))))
                .items()
                .stream()
                .map(DynamoDbStates::read)
                .collect(Collectors.toMap(ServiceState::service, state -> state)));
    }

    @Override
    public ServiceState of(Target target, ServiceName service) {
        Map<String, AttributeValue> item =
                calls.call("read what is remembered of " + service + " in table " + table, () -> client.getItem(
                                request -> request.tableName(table)
                                        .key(key(target, service))
                                        .consistentRead(true))
                        .item());
        return item.isEmpty() ? ServiceState.none(service) : read(item);
    }

    @Override
    public ServiceState save(Target target, ServiceState state) {
        ServiceState next = state.atVersion(state.version() + 1);
        boolean written = calls.call(
                "remember what " + state.service() + " is, in table " + table,
                () -> put(request(target, next, state.version())));
        if (!written && !of(target, state.service()).equals(next)) {
            throw StateConflict.of(state);
        }
        return next;
    }

    private boolean put(PutItemRequest request) {
        try {
            client.putItem(request);
            return true;
        } catch (ConditionalCheckFailedException ignored) {
            return false;
        }
    }

    private PutItemRequest request(Target target, ServiceState next, long version) {
        Map<String, AttributeValue> item = new HashMap<>(key(target, next.service()));
        item.put(DOCUMENT, text(StateJson.write(next)));
        item.put("version", number(next.version()));
        PutItemRequest.Builder request =
                PutItemRequest.builder().tableName(table).item(item);
        return version == 0
                ? request.conditionExpression("attribute_not_exists(sk)").build()
                : request.conditionExpression("version = :version")
                        .expressionAttributeValues(Map.of(":version", number(version)))
                        .build();
    }

    private static ServiceState read(Map<String, AttributeValue> item) {
        return StateJson.read(
                "the state of " + item.get("sk").s(), item.get(DOCUMENT).s());
    }

    private static Map<String, AttributeValue> key(Target target, ServiceName service) {
        return Map.of("pk", text(PARTITION), "sk", text(place(target) + service));
    }

    private static String place(Target target) {
        return target.account() + "/" + target.region() + "/";
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
