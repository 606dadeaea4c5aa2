package io.agentctl.sandbox.table;

import java.util.List;
import java.util.Optional;

/**
 * A table that is there from the beginning.
 *
 * @param name its name
 * @param keys its string keys
 * @param mode how it is paid for
 * @param throughput what it has; {@link Throughput#NONE} on demand
 * @param indexes its global indexes
 * @param traffic what others do with it; empty for nothing
 * @param features what else describes it
 */
public record TableSeed(
        String name,
        Keys keys,
        BillingMode mode,
        Throughput throughput,
        List<IndexSeed> indexes,
        Optional<TableTraffic> traffic,
        Features features) {
    /** Copies. */
    public TableSeed {
        indexes = List.copyOf(indexes);
    }

    /**
     * String keys.
     *
     * @param partition the partition key's name
     * @param sort the sort key's name; empty for none
     */
    public record Keys(String partition, String sort) {}

    /**
     * A global index.
     *
     * @param name its name
     * @param keys its string keys
     * @param throughput what it has; {@link Throughput#NONE} on demand
     * @param traffic what others do with it; empty for nothing
     */
    public record IndexSeed(String name, Keys keys, Throughput throughput, Optional<TableTraffic> traffic) {}

    /**
     * What else describes a table.
     *
     * @param deletionProtection whether it cannot be deleted
     * @param insights whether Contributor Insights are enabled
     * @param infrequentAccess whether it is of the class for infrequent access
     * @param replicas regions that it is replicated to
     */
    public record Features(
            boolean deletionProtection, boolean insights, boolean infrequentAccess, List<String> replicas) {
        /** Copies. */
        public Features {
            replicas = List.copyOf(replicas);
        }
    }
}
