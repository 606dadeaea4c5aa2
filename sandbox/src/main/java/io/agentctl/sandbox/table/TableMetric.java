package io.agentctl.sandbox.table;

/** The metrics that DynamoDB publishes (DynamoDB Developer Guide, "DynamoDB metrics and dimensions"). */
public enum TableMetric {
    /** Read units that were used. */
    CONSUMED_READ("ConsumedReadCapacityUnits", "Count"),
    /** Write units that were used. */
    CONSUMED_WRITE("ConsumedWriteCapacityUnits", "Count"),
    /** Read units a second that were set aside; one sample in five minutes. */
    PROVISIONED_READ("ProvisionedReadCapacityUnits", "Count"),
    /** Write units a second that were set aside; one sample in five minutes. */
    PROVISIONED_WRITE("ProvisionedWriteCapacityUnits", "Count"),
    /** Reads that went beyond what was set aside. */
    READ_THROTTLES("ReadThrottleEvents", "Count"),
    /** Writes that went beyond what was set aside. */
    WRITE_THROTTLES("WriteThrottleEvents", "Count"),
    /** Requests with at least one such read or write, by operation. */
    THROTTLED_REQUESTS("ThrottledRequests", "Count"),
    /** How long requests took that succeeded, by operation. */
    LATENCY("SuccessfulRequestLatency", "Milliseconds"),
    /** How many items queries and scans returned, by operation. */
    RETURNED_ITEMS("ReturnedItemCount", "Count");

    private final String wireName;
    private final String unit;

    TableMetric(String wireName, String unit) {
        this.wireName = wireName;
        this.unit = unit;
    }

    /** As the API names it. */
    public String wireName() {
        return wireName;
    }

    /** As the API spells it. */
    public String unit() {
        return unit;
    }

    /** Whether it is told by operation, rather than of tables and indexes. */
    public boolean byOperation() {
        return switch (this) {
            case CONSUMED_READ, CONSUMED_WRITE, PROVISIONED_READ, PROVISIONED_WRITE, READ_THROTTLES, WRITE_THROTTLES ->
                false;
            case THROTTLED_REQUESTS, LATENCY, RETURNED_ITEMS -> true;
        };
    }
}
