package io.agentctl.control.scaling;

import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** What can be moved, each with the utilization that target tracking holds. */
public enum ScaledQuantity {
    /** The desired count of an ECS service, by average CPU; resource {@code service/CLUSTER/NAME}. */
    ECS_TASKS(
            ServiceNamespace.ECS,
            ScalableDimension.ECS_SERVICE_DESIRED_COUNT,
            MetricType.ECS_SERVICE_AVERAGE_CPU_UTILIZATION),
    /** Read units of a table; resource {@code table/NAME}. */
    TABLE_READS(
            ServiceNamespace.DYNAMODB,
            ScalableDimension.DYNAMODB_TABLE_READ_CAPACITY_UNITS,
            MetricType.DYNAMO_DB_READ_CAPACITY_UTILIZATION),
    /** Write units of a table. */
    TABLE_WRITES(
            ServiceNamespace.DYNAMODB,
            ScalableDimension.DYNAMODB_TABLE_WRITE_CAPACITY_UNITS,
            MetricType.DYNAMO_DB_WRITE_CAPACITY_UTILIZATION),
    /** Read units of a global index; resource {@code table/NAME/index/INDEX}. */
    INDEX_READS(
            ServiceNamespace.DYNAMODB,
            ScalableDimension.DYNAMODB_INDEX_READ_CAPACITY_UNITS,
            MetricType.DYNAMO_DB_READ_CAPACITY_UTILIZATION),
    /** Write units of a global index. */
    INDEX_WRITES(
            ServiceNamespace.DYNAMODB,
            ScalableDimension.DYNAMODB_INDEX_WRITE_CAPACITY_UNITS,
            MetricType.DYNAMO_DB_WRITE_CAPACITY_UTILIZATION);

    private final ServiceNamespace namespace;
    private final ScalableDimension dimension;
    private final MetricType utilization;

    ScaledQuantity(ServiceNamespace namespace, ScalableDimension dimension, MetricType utilization) {
        this.namespace = namespace;
        this.dimension = dimension;
        this.utilization = utilization;
    }

    ServiceNamespace namespace() {
        return namespace;
    }

    ScalableDimension dimension() {
        return dimension;
    }

    MetricType utilization() {
        return utilization;
    }
}
