package io.agentctl.control.metrics;

import java.util.Map;

/**
 * One statistic of one metric.
 *
 * @param metric which
 * @param statistic over each period
 */
public record MetricQuery(MetricId metric, Statistic statistic) {

    private static final String ECS = "AWS/ECS";
    private static final String LAMBDA = "AWS/Lambda";
    private static final String DYNAMODB = "AWS/DynamoDB";

    /** What {@code AWS/ECS} measures of a service, in percent of the task size in force. */
    public enum Metric {
        CPU("CPUUtilization"),
        MEMORY("MemoryUtilization");

        private final String awsName;

        Metric(String awsName) {
            this.awsName = awsName;
        }
    }

    /** What {@code AWS/Lambda} measures (Lambda Developer Guide, "Types of metrics for Lambda functions"). */
    public enum FunctionMetric {
        INVOCATIONS("Invocations"),
        ERRORS("Errors"),
        THROTTLES("Throttles"),
        /** Milliseconds that the handler ran, the start of a new environment left out. */
        DURATION("Duration"),
        CONCURRENT_EXECUTIONS("ConcurrentExecutions"),
        /** Busy environments as a share, 0 to 1, of those that are kept ready. */
        PROVISIONED_UTILIZATION("ProvisionedConcurrencyUtilization"),
        PROVISIONED_INVOCATIONS("ProvisionedConcurrencyInvocations"),
        SPILLOVER_INVOCATIONS("ProvisionedConcurrencySpilloverInvocations");

        private final String awsName;

        FunctionMetric(String awsName) {
            this.awsName = awsName;
        }
    }

    /** What {@code AWS/DynamoDB} measures (DynamoDB Developer Guide, "Metrics and dimensions"). */
    public enum TableMetric {
        CONSUMED_READS("ConsumedReadCapacityUnits"),
        CONSUMED_WRITES("ConsumedWriteCapacityUnits"),
        PROVISIONED_READS("ProvisionedReadCapacityUnits"),
        PROVISIONED_WRITES("ProvisionedWriteCapacityUnits"),
        READ_THROTTLES("ReadThrottleEvents"),
        WRITE_THROTTLES("WriteThrottleEvents"),
        /** By operation: how long successful requests took, in milliseconds; its samples are those requests. */
        LATENCY("SuccessfulRequestLatency"),
        /** By operation: how many items Query or Scan returned. */
        RETURNED_ITEMS("ReturnedItemCount");

        private final String awsName;

        TableMetric(String awsName) {
            this.awsName = awsName;
        }
    }

    public static MetricQuery ofService(String cluster, String service, Metric metric, Statistic statistic) {
        return of(ECS, metric.awsName, Map.of("ClusterName", cluster, "ServiceName", service), statistic);
    }

    /** A function as a whole. */
    public static MetricQuery ofFunction(String function, FunctionMetric metric, Statistic statistic) {
        return of(LAMBDA, metric.awsName, Map.of("FunctionName", function), statistic);
    }

    /** What was invoked by one alias or version of a function. */
    public static MetricQuery ofQualifier(
            String function, String qualifier, FunctionMetric metric, Statistic statistic) {
        return of(
                LAMBDA,
                metric.awsName,
                Map.of("FunctionName", function, "Resource", function + ":" + qualifier),
                statistic);
    }

    /** A table without its global indexes. */
    public static MetricQuery ofTable(String table, TableMetric metric, Statistic statistic) {
        return of(DYNAMODB, metric.awsName, Map.of("TableName", table), statistic);
    }

    /** A global index of a table. */
    public static MetricQuery ofIndex(String table, String index, TableMetric metric, Statistic statistic) {
        return of(DYNAMODB, metric.awsName, Map.of("TableName", table, "GlobalSecondaryIndexName", index), statistic);
    }

    /** What one operation, such as {@code Scan}, did to a table and its indexes. */
    public static MetricQuery ofOperation(String table, String operation, TableMetric metric, Statistic statistic) {
        return of(DYNAMODB, metric.awsName, Map.of("TableName", table, "Operation", operation), statistic);
    }

    private static MetricQuery of(
            String namespace, String metric, Map<String, String> dimensions, Statistic statistic) {
        return new MetricQuery(MetricId.of(namespace, metric, dimensions), statistic);
    }
}
