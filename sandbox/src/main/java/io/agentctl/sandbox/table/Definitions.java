package io.agentctl.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the engine is told of a table: keys and indexes. It knows no capacity, so that nothing it says of one can be
 * taken for the truth.
 */
final class Definitions {
    private static final List<String> NOT_FOR_ENGINE = List.of(
            "ProvisionedThroughput",
            "OnDemandThroughput",
            "WarmThroughput",
            "BillingMode",
            "Tags",
            "DeletionProtectionEnabled",
            "TableClass",
            "ResourcePolicy");

    private Definitions() {}

    static ObjectNode of(TableSeed seed) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("TableName", seed.name()).put("BillingMode", BillingMode.ON_DEMAND.wireName());
        definition.set("KeySchema", keySchema(seed.keys()));
        Set<String> attributes = new LinkedHashSet<>();
        add(attributes, seed.keys());
        if (!seed.indexes().isEmpty()) {
            ArrayNode indexes = definition.putArray("GlobalSecondaryIndexes");
            for (TableSeed.IndexSeed index : seed.indexes()) {
                add(attributes, index.keys());
                ObjectNode described = indexes.addObject().put("IndexName", index.name());
                described.set("KeySchema", keySchema(index.keys()));
                described.putObject("Projection").put("ProjectionType", "ALL");
            }
        }
        ArrayNode typed = definition.putArray("AttributeDefinitions");
        attributes.forEach(name -> typed.addObject().put("AttributeName", name).put("AttributeType", "S"));
        return definition;
    }

    private static void add(Set<String> attributes, TableSeed.Keys keys) {
        attributes.add(keys.partition());
        if (!keys.sort().isEmpty()) {
            attributes.add(keys.sort());
        }
    }

    private static ArrayNode keySchema(TableSeed.Keys keys) {
        ArrayNode schema = JsonNodeFactory.instance.arrayNode();
        schema.addObject().put("AttributeName", keys.partition()).put("KeyType", "HASH");
        if (!keys.sort().isEmpty()) {
            schema.addObject().put("AttributeName", keys.sort()).put("KeyType", "RANGE");
        }
        return schema;
    }

    /** {@code CreateTable} or {@code UpdateTable} without capacity and what else the engine lacks. */
    static ObjectNode forEngine(ObjectNode request) {
        ObjectNode plain = request.deepCopy();
        plain.remove(NOT_FOR_ENGINE);
        if (plain.has("KeySchema")) {
            plain.put("BillingMode", BillingMode.ON_DEMAND.wireName());
        }
        plain.path("GlobalSecondaryIndexes").forEach(Definitions::strip);
        if (plain.path("GlobalSecondaryIndexUpdates") instanceof ArrayNode updates) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            for (JsonNode update : updates) {
                strip(update.path("Create"));
                if (!update.has("Update")) {
                    kept.add(update);
                }
            }
            plain.remove("GlobalSecondaryIndexUpdates");
            if (!kept.isEmpty()) {
                plain.set("GlobalSecondaryIndexUpdates", kept);
            }
        }
        return plain;
    }

    private static void strip(JsonNode index) {
        if (index instanceof ObjectNode object) {
            object.remove(NOT_FOR_ENGINE);
        }
    }
}
