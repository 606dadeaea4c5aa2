package io.agentctl.sandbox.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.sandbox.dynamodb.DynamoDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Calls for items: the engine carries them out and tells what they consumed, which is counted; where nothing is left of
 * what is provisioned, they are refused. Thread-safe.
 */
final class ItemCalls {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WANTED = "ReturnConsumedCapacity";
    private static final String CONSUMED = "ConsumedCapacity";
    private static final String UNITS = "CapacityUnits";
    private static final String CHECKSUM = "x-amz-crc32";
    private static final int OK = 200;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final Set<String> READING = Set.of("GetItem", "BatchGetItem", "TransactGetItems", "Query", "Scan");
    private static final Set<String> WRITING =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

    private final TableState state;

    ItemCalls(TableState state) {
        this.state = state;
    }

    /** Whether calls of an operation consume anything that is counted here. */
    static boolean metered(String operation) {
        return READING.contains(operation) || WRITING.contains(operation);
    }

    /**
     * Carries a call out.
     *
     * @param engine answers a request's body
     * @throws TableRefusal when a table has nothing left
     */
    DynamoDb.Answer perform(String operation, ObjectNode request, Bodies engine) {
        boolean reads = READING.contains(operation);
        Set<String> names = names(request);
        String index = request.path("IndexName").asText("");
        state.simulation().now(() -> {
            names.forEach(name -> state.find(name).ifPresent(table -> requireUnits(table, index, operation, reads)));
            return names;
        });
        String wanted = request.path(WANTED).asText("NONE");
        if (wanted.equals("NONE") || wanted.equals("TOTAL")) {
            request.put(WANTED, "INDEXES");
        }
        try {
            DynamoDb.Answer answer = engine.apply(MAPPER.writeValueAsBytes(request));
            if (answer.status() != OK || !(MAPPER.readTree(answer.body()) instanceof ObjectNode reply)) {
                return answer;
            }
            state.simulation().now(() -> count(operation, reads, names, reply));
            return wanted.equals("INDEXES") ? answer : reshaped(answer, reply, wanted.equals("TOTAL"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine: from a request's body to an answer. */
    @FunctionalInterface
    interface Bodies {
        /** Answers. */
        DynamoDb.Answer apply(byte[] body);
    }

    /** The tables that a request names: one, several by name, or one in each item. */
    private static Set<String> names(ObjectNode request) {
        Set<String> names = new TreeSet<>();
        if (request.hasNonNull("TableName")) {
            names.add(plain(request.get("TableName").asText()));
        }
        request.path("RequestItems").fieldNames().forEachRemaining(name -> names.add(plain(name)));
        for (JsonNode item : request.path("TransactItems")) {
            for (JsonNode part : item) {
                names.add(plain(part.path("TableName").asText("")));
            }
        }
        return names;
    }

    private static String plain(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }

    /** A read needs units of the table or the index that it reads, a write of the table and all its indexes. */
    private void requireUnits(SimTable table, String index, String operation, boolean reads) {
        Instant now = state.simulation().instant();
        if (reads) {
            SimTable.SimIndex read = table.indexes().get(index);
            Capacity capacity = read == null ? table.capacity() : read.capacity();
            requireUnits(table, operation, capacity.used().reads(), now);
            return;
        }
        requireUnits(table, operation, table.capacity().used().writes(), now);
        table.indexes()
                .values()
                .forEach(written ->
                        requireUnits(table, operation, written.capacity().used().writes(), now));
    }

    private static void requireUnits(SimTable table, String operation, UnitSeries series, Instant now) {
        if (!series.admits(now)) {
            series.refuse(now);
            table.calls().add(operation, minute(now), new OperationCounts.Count(0, 0, 1));
            throw TableRefusal.throttled();
        }
    }

    private Object count(String operation, boolean reads, Set<String> names, ObjectNode reply) {
        Instant now = state.simulation().instant();
        JsonNode consumed = reply.path(CONSUMED);
        if (consumed.isArray()) {
            consumed.forEach(one -> consume(one, reads, now));
        } else {
            consume(consumed, reads, now);
        }
        OperationCounts.Count count =
                new OperationCounts.Count(1, reply.path("Count").asDouble(0), 0);
        names.forEach(name -> state.find(name).ifPresent(table -> table.calls().add(operation, minute(now), count)));
        return reply;
    }

    private void consume(JsonNode consumed, boolean reads, Instant now) {
        state.find(plain(consumed.path("TableName").asText(""))).ifPresent(table -> {
            double ofIndexes = 0;
            for (Map.Entry<String, JsonNode> index :
                    consumed.path("GlobalSecondaryIndexes").properties()) {
                double units = index.getValue().path(UNITS).asDouble();
                ofIndexes += units;
                SimTable.SimIndex known = table.indexes().get(index.getKey());
                if (known != null) {
                    use(known.capacity().used(), reads, units, now);
                }
            }
            use(table.capacity().used(), reads, consumed.path(UNITS).asDouble() - ofIndexes, now);
        });
    }

    private static void use(Usage usage, boolean reads, double units, Instant now) {
        if (units > 0) {
            (reads ? usage.reads() : usage.writes()).use(units, now);
        }
    }

    private static long minute(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS_PER_MINUTE);
    }

    /** The answer with what was consumed as its caller asked for it, which mostly is not at all. */
    private static DynamoDb.Answer reshaped(DynamoDb.Answer answer, ObjectNode reply, boolean total)
            throws JsonProcessingException {
        JsonNode consumed = reply.path(CONSUMED);
        if (!total) {
            reply.remove(CONSUMED);
        } else if (consumed.isArray()) {
            consumed.forEach(ItemCalls::totalOnly);
        } else {
            totalOnly(consumed);
        }
        byte[] body = MAPPER.writeValueAsBytes(reply);
        CRC32 checksum = new CRC32();
        checksum.update(body);
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).equals(CHECKSUM));
        headers.put(CHECKSUM, Long.toString(checksum.getValue()));
        return new DynamoDb.Answer(answer.status(), headers, body);
    }

    private static void totalOnly(JsonNode consumed) {
        if (consumed instanceof ObjectNode object) {
            object.retain("TableName", UNITS);
        }
    }
}
