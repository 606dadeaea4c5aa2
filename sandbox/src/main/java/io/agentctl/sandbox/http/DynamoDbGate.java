package io.agentctl.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.dynamodb.DynamoDb;
import io.agentctl.sandbox.protocol.ByteSink;
import io.agentctl.sandbox.table.TableEmulation;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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
            return new Outcome(new Reply(answer.status(), wanted(answer.headers()), body), table(request.body()));
        } catch (IOException e) {
            String message = "{\"__type\":\"InternalServerError\",\"message\":\"DynamoDB Local does not answer\"}";
            return new Outcome(Reply.of(SERVER_ERROR, "application/x-amz-json-1.0", message), table(request.body()));
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

    private static String table(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return node == null ? "" : node.path("TableName").asText("");
        } catch (IOException ignored) {
            return "";
        }
    }
}
