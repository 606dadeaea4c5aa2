package io.agentctl.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.dynamodb.DynamoDb;
import io.agentctl.sandbox.protocol.ByteSink;
import io.agentctl.sandbox.table.TableEmulation;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Passes calls on to DynamoDB, whose protocol is left as it is. */
final class DynamoDbGate {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SERVER_ERROR = 500;

    private DynamoDbGate() {}

    static Outcome pass(TableEmulation dynamoDb, Request request) {
        try {
            DynamoDb.Answer answer =
                    dynamoDb.call(request.header("X-Amz-Target"), request.header("Content-Type"), request.body());
            ByteSink body = new ByteSink();
            body.write(answer.body(), 0, answer.body().length);
            return outcome(new Reply(answer.status(), wanted(answer.headers()), body), request.body());
        } catch (IOException e) {
            String message = "{\"__type\":\"InternalServerError\",\"message\":\"DynamoDB Local does not answer\"}";
            return outcome(Reply.of(SERVER_ERROR, "application/x-amz-json-1.0", message), request.body());
        }
    }

    /** The checksum belongs to the body, so it goes with it. */
    private static Map<String, String> wanted(Map<String, String> headers) {
        Map<String, String> wanted = new HashMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-amz") || lower.equals("content-type")) {
                wanted.put(name, value);
            }
        });
        return wanted;
    }

    private static Outcome outcome(Reply reply, byte[] body) {
        try {
            JsonNode asked = MAPPER.readTree(body);
            return asked == null ? new Outcome(reply, "") : new Outcome(reply, tables(asked), parts(asked));
        } catch (IOException unreadable) {
            return new Outcome(reply, "");
        }
    }

    /** A request names one table, or one for each item. */
    private static String tables(JsonNode asked) {
        Set<String> tables = new TreeSet<>();
        tables.add(asked.path("TableName").asText(""));
        asked.path("RequestItems").fieldNames().forEachRemaining(tables::add);
        items(asked)
                .forEach(item -> tables.add(item.getValue().path("TableName").asText("")));
        tables.remove("");
        return String.join(",", tables);
    }

    private static List<String> parts(JsonNode asked) {
        return items(asked).map(Map.Entry::getKey).distinct().sorted().toList();
    }

    private static Stream<Map.Entry<String, JsonNode>> items(JsonNode asked) {
        return StreamSupport.stream(asked.path("TransactItems").spliterator(), false)
                .flatMap(item -> item.properties().stream());
    }
}
