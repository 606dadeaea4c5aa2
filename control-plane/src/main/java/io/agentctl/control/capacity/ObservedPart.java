package io.agentctl.control.capacity;

import java.time.Instant;
import java.util.Optional;

/**
 * A table by itself, or one of its global indexes.
 *
 * @param index the index; empty for the table itself
 * @param status as DynamoDB says it, such as {@code ACTIVE}
 * @param throughput provisioned; 0 on demand
 * @param decreasesToday how often it was lowered this UTC day
 * @param lastDecrease when it was lowered last; null if never
 * @param warm what it can serve at once, which never falls; null where DynamoDB does not tell
 * @param keys its key attributes, the partition key first
 */
record ObservedPart(
        String index,
        String status,
        Throughput throughput,
        int decreasesToday,
        Instant lastDecrease,
        Throughput warm,
        String keys) {

    static final String ACTIVE = "ACTIVE";

    boolean active() {
        return status.equals(ACTIVE);
    }

    Optional<Instant> decreased() {
        return Optional.ofNullable(lastDecrease);
    }

    /** What a reader calls it. */
    String title() {
        return index.isEmpty() ? "the table" : "index " + index;
    }
}
