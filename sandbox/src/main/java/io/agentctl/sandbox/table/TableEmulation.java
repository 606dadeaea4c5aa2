package io.agentctl.sandbox.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.sandbox.dynamodb.DynamoDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * DynamoDB as its callers see it: tables with a capacity, before an engine that keeps their items. What concerns items
 * is handed on as it came. Thread-safe.
 */
public final class TableEmulation implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/x-amz-json-1.0";
    private static final String PREFIX = "DynamoDB_20120810.";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int MOST_NAMES = 100;

    private final TableState state;
    private final DynamoDb engine;
    private final Descriptions descriptions;
    private final TableTags tags;
    private final InsightsOperations insights;
    private final ItemCalls items;

    /** Tables over an engine that is started by the first call that needs it. */
    public TableEmulation(TableState state) {
        this.state = state;
        this.descriptions = new Descriptions(state);
        this.tags = new TableTags(state, descriptions);
        this.insights = new InsightsOperations(state);
        this.items = new ItemCalls(state);
        this.engine = new DynamoDb(() ->
                now(() -> state.definitions().stream().map(ObjectNode::toString).toList()));
    }

    /** Starts the engine if it is not running. */
    public void start() {
        engine.start();
    }

    /** Whether the engine runs already. */
    public boolean started() {
        return engine.started();
    }

    @Override
    public void close() {
        engine.close();
    }

    /**
     * Carries out a call.
     *
     * @param target the value of {@code X-Amz-Target}
     * @param contentType the body's media type
     * @param body the request
     * @throws IOException when the engine does not answer
     */
    public DynamoDb.Answer call(String target, String contentType, byte[] body) throws IOException {
        String operation = target.startsWith(PREFIX) ? target.substring(PREFIX.length()) : target;
        Optional<ObjectNode> request = parse(body);
        if (request.isEmpty()) {
            return engine.call(target, contentType, body);
        }
        try {
            return ItemCalls.metered(operation)
                    ? items.perform(operation, request.get(), changed -> pass(target, contentType, changed))
                    : answer(operation, request.get(), () -> pass(target, contentType, body));
        } catch (TableRefusal e) {
            return refusal(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private DynamoDb.Answer answer(String operation, ObjectNode request, Supplier<DynamoDb.Answer> otherwise) {
        return switch (operation) {
            case "CreateTable" -> create(request);
            case "UpdateTable" -> update(request);
            case "DeleteTable" -> delete(request);
            case "DescribeTable" -> describe(request);
            case "ListTables" -> answer(list(request));
            case "DescribeLimits" -> answer(limits());
            case "UpdateContributorInsights" -> answer(now(() -> insights.update(name(request), request)));
            case "DescribeContributorInsights" -> answer(now(() -> insights.describe(name(request), request)));
            case "ListContributorInsights" -> answer(now(() -> insights.list(name(request))));
            case "TagResource" -> answer(now(() -> tags.tag(request)));
            case "UntagResource" -> answer(now(() -> tags.untag(request)));
            case "ListTagsOfResource" -> answer(now(() -> tags.list(request)));
            default -> otherwise.get();
        };
    }

    private <T> T now(Supplier<T> look) {
        return state.simulation().now(look);
    }

    private synchronized DynamoDb.Answer create(ObjectNode request) {
        String name = name(request);
        now(() -> {
            if (state.find(name).isPresent()) {
                throw TableRefusal.inUse("Table already exists: " + name);
            }
            TableRules.checkCreation(TableChange.ofCreation(request));
            return name;
        });
        DynamoDb.Answer answer = engineCall("CreateTable", Definitions.forEngine(request));
        if (answer.status() != OK) {
            return answer;
        }
        Optional<ObjectNode> described = part(answer, "TableDescription");
        return now(() -> wrapped("TableDescription", descriptions.describe(state.create(request), described)));
    }

    private synchronized DynamoDb.Answer update(ObjectNode request) {
        String name = name(request);
        TableChange change = TableChange.ofUpdate(request);
        now(() -> {
            state.check(state.require(name), change);
            return name;
        });
        ObjectNode forEngine = Definitions.forEngine(request);
        forEngine.remove("AttributeDefinitions");
        if (forEngine.size() > 1) {
            if (request.has("AttributeDefinitions")) {
                forEngine.set("AttributeDefinitions", request.get("AttributeDefinitions"));
            }
            DynamoDb.Answer answer = engineCall("UpdateTable", forEngine);
            if (answer.status() != OK) {
                return answer;
            }
        }
        now(() -> {
            SimTable table = state.require(name);
            if (request.has("DeletionProtectionEnabled")) {
                table.deletionProtection(
                        request.path("DeletionProtectionEnabled").asBoolean());
            }
            if (request.hasNonNull("TableClass")) {
                table.tableClass(request.path("TableClass").asText());
            }
            state.change(table, change);
            return table;
        });
        return describe("TableDescription", name);
    }

    private synchronized DynamoDb.Answer delete(ObjectNode request) {
        String name = name(request);
        now(() -> {
            SimTable table = state.require(name);
            table.requireActive();
            if (table.deletionProtection()) {
                throw TableRefusal.validation("Resource cannot be deleted as it is currently protected against"
                        + " deletion. Disable deletion protection first.");
            }
            return table;
        });
        DynamoDb.Answer answer = engineCall("DeleteTable", request);
        if (answer.status() != OK) {
            return answer;
        }
        Optional<ObjectNode> described = part(answer, "TableDescription");
        return now(() -> wrapped(
                "TableDescription",
                descriptions.describe(state.delete(name), described).put("TableStatus", "DELETING")));
    }

    private DynamoDb.Answer describe(ObjectNode request) {
        return describe("Table", name(request));
    }

    private DynamoDb.Answer describe(String member, String name) {
        now(() -> state.require(name));
        Optional<ObjectNode> described = engine.started()
                ? part(engineCall("DescribeTable", MAPPER.createObjectNode().put("TableName", name)), "Table")
                : Optional.empty();
        return now(() -> wrapped(member, descriptions.describe(state.require(name), described)));
    }

    private ObjectNode list(ObjectNode request) {
        String after = request.path("ExclusiveStartTableName").asText("");
        int limit = request.path("Limit").asInt(MOST_NAMES);
        if (limit < 1 || limit > MOST_NAMES) {
            throw TableRefusal.validation("1 validation error detected: Value '" + limit
                    + "' at 'limit' failed to satisfy constraint: Member must be within 1..100");
        }
        List<String> names = now(() -> state.all().stream()
                .map(SimTable::name)
                .filter(name -> name.compareTo(after) > 0)
                .toList());
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode listed = answer.putArray("TableNames");
        names.stream().limit(limit).forEach(listed::add);
        if (names.size() > limit) {
            answer.put("LastEvaluatedTableName", names.get(limit - 1));
        }
        return answer;
    }

    private static ObjectNode limits() {
        return MAPPER.createObjectNode()
                .put("AccountMaxReadCapacityUnits", TableRules.MOST_UNITS_OF_ACCOUNT)
                .put("AccountMaxWriteCapacityUnits", TableRules.MOST_UNITS_OF_ACCOUNT)
                .put("TableMaxReadCapacityUnits", TableRules.MOST_UNITS_OF_TABLE)
                .put("TableMaxWriteCapacityUnits", TableRules.MOST_UNITS_OF_TABLE);
    }

    /** The name in a request, which may be an ARN. */
    private static String name(ObjectNode request) {
        String given = request.path("TableName").asText("");
        String name = given.substring(given.lastIndexOf('/') + 1);
        if (!name.equals(given)) {
            request.put("TableName", name);
        }
        return name;
    }

    private DynamoDb.Answer engineCall(String operation, ObjectNode request) {
        return pass(PREFIX + operation, MEDIA_TYPE, bytes(request));
    }

    private DynamoDb.Answer pass(String target, String contentType, byte[] body) {
        try {
            return engine.call(target, contentType, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ObjectNode> parse(byte[] body) {
        try {
            return MAPPER.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    private static Optional<ObjectNode> part(DynamoDb.Answer answer, String member) {
        return answer.status() == OK
                ? parse(answer.body())
                        .map(object -> object.path(member))
                        .filter(JsonNode::isObject)
                        .map(ObjectNode.class::cast)
                : Optional.empty();
    }

    private static DynamoDb.Answer wrapped(String member, ObjectNode value) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set(member, value);
        return answer(answer);
    }

    private static DynamoDb.Answer answer(ObjectNode body) {
        return new DynamoDb.Answer(OK, headers(), bytes(body));
    }

    private static DynamoDb.Answer refusal(TableRefusal refusal) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("__type", "com.amazonaws.dynamodb.v20120810#" + refusal.code())
                .put("message", refusal.getMessage());
        return new DynamoDb.Answer(BAD_REQUEST, headers(), bytes(body));
    }

    private static Map<String, String> headers() {
        return Map.of(
                "Content-Type",
                MEDIA_TYPE,
                "x-amzn-RequestId",
                UUID.randomUUID().toString());
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
