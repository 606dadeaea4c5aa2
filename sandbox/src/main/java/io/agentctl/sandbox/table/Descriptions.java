package io.agentctl.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How {@code DescribeTable} describes a table. */
final class Descriptions {
    private static final double MILLIS = 1000;
    private static final String GLOBAL_TABLE_VERSION = "2019.11.21";

    private final TableState state;

    Descriptions(TableState state) {
        this.state = state;
    }

    /** ARN of a table. */
    String arn(SimTable table) {
        return "arn:aws:dynamodb:" + state.arns().region() + ":" + state.arns().account() + ":table/" + table.name();
    }

    /**
     * A description.
     *
     * @param table whose
     * @param engine what the engine says; empty while it does not run or does not know the table
     */
    ObjectNode describe(SimTable table, Optional<ObjectNode> engine) {
        ObjectNode described = engine.orElseGet(() -> plain(table));
        described.put("TableStatus", table.status().name());
        described.put("TableArn", arn(table));
        described.put("CreationDateTime", seconds(table.created()));
        described.put("DeletionProtectionEnabled", table.deletionProtection());
        described.remove("BillingModeSummary");
        if (table.mode() == BillingMode.ON_DEMAND
                || table.lastSwitchToOnDemand().isPresent()) {
            ObjectNode summary = described.putObject("BillingModeSummary");
            summary.put("BillingMode", table.mode().wireName());
            if (table.mode() == BillingMode.ON_DEMAND
                    || table.lastSwitchToOnDemand().isPresent()) {
                summary.put(
                        "LastUpdateToPayPerRequestDateTime",
                        seconds(table.lastSwitchToOnDemand().orElse(table.created())));
            }
        }
        described.set("ProvisionedThroughput", throughput(described, table.capacity()));
        warm(described, table.capacity(), table.status() == SimTable.Status.UPDATING);
        table.tableClass()
                .ifPresent(name -> described.putObject("TableClassSummary").put("TableClass", name));
        replicas(described, table);
        for (JsonNode index : described.path("GlobalSecondaryIndexes")) {
            SimTable.SimIndex known =
                    table.indexes().get(index.path("IndexName").asText());
            if (known != null && index instanceof ObjectNode object) {
                object.put("IndexStatus", known.status().name());
                object.put(
                        "IndexArn",
                        arn(table) + "/index/" + index.path("IndexName").asText());
                object.set("ProvisionedThroughput", throughput(object, known.capacity()));
                warm(object, known.capacity(), known.status() == SimTable.Status.UPDATING);
            }
        }
        return described;
    }

    private static void replicas(ObjectNode described, SimTable table) {
        if (!table.replicas().isEmpty()) {
            described.put("GlobalTableVersion", GLOBAL_TABLE_VERSION);
            ArrayNode replicas = described.putArray("Replicas");
            table.replicas()
                    .forEach(region ->
                            replicas.addObject().put("RegionName", region).put("ReplicaStatus", "ACTIVE"));
        }
    }

    private ObjectNode plain(SimTable table) {
        ObjectNode described = table.definition().deepCopy();
        described.remove("BillingMode");
        described.put(
                "TableId",
                UUID.nameUUIDFromBytes(arn(table).getBytes(StandardCharsets.UTF_8))
                        .toString());
        described.put("TableSizeBytes", 0).put("ItemCount", 0);
        described.path("GlobalSecondaryIndexes").forEach(index -> {
            if (index instanceof ObjectNode object) {
                object.put("IndexSizeBytes", 0).put("ItemCount", 0);
            }
        });
        return described;
    }

    private ObjectNode throughput(ObjectNode factory, Capacity capacity) {
        Throughput provisioned = capacity.provisioned().orElse(Throughput.NONE);
        ObjectNode described = factory.objectNode();
        capacity.lastIncrease().ifPresent(at -> described.put("LastIncreaseDateTime", seconds(at)));
        capacity.lastDecrease().ifPresent(at -> described.put("LastDecreaseDateTime", seconds(at)));
        described.put(
                "NumberOfDecreasesToday",
                capacity.decreasesToday(state.simulation().instant()));
        described.put("ReadCapacityUnits", provisioned.read());
        described.put("WriteCapacityUnits", provisioned.write());
        return described;
    }

    private static void warm(ObjectNode described, Capacity capacity, boolean updating) {
        described
                .putObject("WarmThroughput")
                .put("ReadUnitsPerSecond", capacity.warm().read())
                .put("WriteUnitsPerSecond", capacity.warm().write())
                .put("Status", updating ? "UPDATING" : "ACTIVE");
    }

    static double seconds(Instant at) {
        return at.toEpochMilli() / MILLIS;
    }
}
