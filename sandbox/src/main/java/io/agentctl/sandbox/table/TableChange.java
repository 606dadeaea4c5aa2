package io.agentctl.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request wants of a table's capacity.
 *
 * @param mode the billing mode; empty to leave it
 * @param table the table's throughput; empty to leave it
 * @param indexes the throughput of indexes that are there
 * @param newIndexes indexes to create, with their throughput
 * @param goneIndexes indexes to delete
 * @param warm the table's warm throughput; empty to leave it
 */
record TableChange(
        Optional<BillingMode> mode,
        Optional<Throughput> table,
        Map<String, Throughput> indexes,
        Map<String, Optional<Throughput>> newIndexes,
        Set<String> goneIndexes,
        Optional<Throughput> warm) {

    /** Reads {@code UpdateTable}. */
    static TableChange ofUpdate(JsonNode request) {
        Map<String, Throughput> indexes = new LinkedHashMap<>();
        Map<String, Optional<Throughput>> created = new LinkedHashMap<>();
        Set<String> gone = new LinkedHashSet<>();
        for (JsonNode update : request.path("GlobalSecondaryIndexUpdates")) {
            JsonNode changed = update.path("Update");
            throughput(changed).ifPresent(wanted -> indexes.put(name(changed), wanted));
            if (update.has("Create")) {
                created.put(name(update.path("Create")), throughput(update.path("Create")));
            }
            if (update.has("Delete")) {
                gone.add(name(update.path("Delete")));
            }
        }
        return new TableChange(mode(request), throughput(request), indexes, created, gone, warm(request));
    }

    /** Reads {@code CreateTable}. */
    static TableChange ofCreation(JsonNode request) {
        Map<String, Optional<Throughput>> created = new LinkedHashMap<>();
        request.path("GlobalSecondaryIndexes").forEach(index -> created.put(name(index), throughput(index)));
        return new TableChange(mode(request), throughput(request), Map.of(), created, Set.of(), warm(request));
    }

    boolean isEmpty() {
        return mode.isEmpty()
                && table.isEmpty()
                && indexes.isEmpty()
                && newIndexes.isEmpty()
                && goneIndexes.isEmpty()
                && warm.isEmpty();
    }

    private static String name(JsonNode index) {
        return index.path("IndexName").asText();
    }

    private static Optional<BillingMode> mode(JsonNode request) {
        return request.hasNonNull("BillingMode")
                ? Optional.of(BillingMode.parse(request.path("BillingMode").asText()))
                : Optional.empty();
    }

    private static Optional<Throughput> throughput(JsonNode of) {
        JsonNode given = of.path("ProvisionedThroughput");
        if (!given.isObject()) {
            return Optional.empty();
        }
        long read = given.path("ReadCapacityUnits").asLong();
        long write = given.path("WriteCapacityUnits").asLong();
        if (read < 1 || write < 1) {
            throw TableRefusal.validation("1 validation error detected: Value '" + Math.min(read, write)
                    + "' at 'provisionedThroughput' failed to satisfy constraint: Member must have value greater than"
                    + " or equal to 1");
        }
        return Optional.of(new Throughput(read, write));
    }

    private static Optional<Throughput> warm(JsonNode request) {
        JsonNode given = request.path("WarmThroughput");
        return given.isObject()
                ? Optional.of(new Throughput(
                        given.path("ReadUnitsPerSecond").asLong(),
                        given.path("WriteUnitsPerSecond").asLong()))
                : Optional.empty();
    }
}
