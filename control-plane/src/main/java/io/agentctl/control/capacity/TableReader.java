package io.agentctl.control.capacity;

import io.agentctl.control.pricing.TableClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Reads what DescribeTable answers. */
final class TableReader {

    private TableReader() {}

    /** The table; what scales it is another service's to tell. */
    static ObservedTable read(TableDescription table) {
        List<ObservedPart> parts = new ArrayList<>();
        parts.add(part(
                "",
                table.tableStatusAsString(),
                table.provisionedThroughput(),
                table.warmThroughput() == null
                        ? null
                        : warm(
                                table.warmThroughput().readUnitsPerSecond(),
                                table.warmThroughput().writeUnitsPerSecond()),
                table.keySchema()));
        table.globalSecondaryIndexes().stream()
                .sorted(Comparator.comparing(GlobalSecondaryIndexDescription::indexName))
                .forEach(index -> parts.add(part(
                        index.indexName(),
                        index.indexStatusAsString(),
                        index.provisionedThroughput(),
                        index.warmThroughput() == null
                                ? null
                                : warm(
                                        index.warmThroughput().readUnitsPerSecond(),
                                        index.warmThroughput().writeUnitsPerSecond()),
                        index.keySchema())));
        return new ObservedTable(
                new TableName(table.tableName()),
                table.tableStatusAsString(),
                mode(table),
                parts,
                new TreeMap<>(),
                table.creationDateTime() == null ? Instant.EPOCH : table.creationDateTime(),
                switched(table),
                table.replicas().stream().map(ReplicaDescription::regionName).toList(),
                tableClass(table),
                Boolean.TRUE.equals(table.deletionProtectionEnabled()),
                table.itemCount() == null ? 0 : table.itemCount(),
                table.tableSizeBytes() == null ? 0 : table.tableSizeBytes());
    }

    /** A table that was never on demand has no summary of how it is billed. */
    private static Mode mode(TableDescription table) {
        return table.billingModeSummary() != null
                        && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST
                ? Mode.ON_DEMAND
                : Mode.PROVISIONED;
    }

    private static Instant switched(TableDescription table) {
        return table.billingModeSummary() == null
                ? null
                : table.billingModeSummary().lastUpdateToPayPerRequestDateTime();
    }

    private static TableClass tableClass(TableDescription table) {
        boolean infrequent = table.tableClassSummary() != null
                && TableClass.STANDARD_INFREQUENT_ACCESS
                        .name()
                        .equals(table.tableClassSummary().tableClassAsString());
        return infrequent ? TableClass.STANDARD_INFREQUENT_ACCESS : TableClass.STANDARD;
    }

    private static ObservedPart part(
            String index,
            String status,
            ProvisionedThroughputDescription throughput,
            Throughput warm,
            List<KeySchemaElement> keys) {
        boolean none = throughput == null;
        return new ObservedPart(
                index,
                status == null ? ObservedPart.ACTIVE : status,
                none
                        ? Throughput.NONE
                        : new Throughput(units(throughput.readCapacityUnits()), units(throughput.writeCapacityUnits())),
                none ? 0 : units(throughput.numberOfDecreasesToday()),
                none ? null : throughput.lastDecreaseDateTime(),
                warm,
                keys.stream()
                        .sorted(Comparator.comparing(key -> key.keyType() == KeyType.HASH ? 0 : 1))
                        .map(KeySchemaElement::attributeName)
                        .collect(Collectors.joining(", ")));
    }

    private static Throughput warm(Long reads, Long writes) {
        return new Throughput(units(reads), units(writes));
    }

    private static int units(Long units) {
        return units == null ? 0 : Math.toIntExact(units);
    }
}
