package io.agentctl.control.aws;

import java.util.List;
import java.util.Optional;

/**
 * Operations that AWS counts together, and how many of them it takes of an account in a region.
 *
 * <p>ECS: the table of "Request throttling for the Amazon ECS API" in the ECS API reference, which names the size of
 * the bucket and how fast it is filled. Application Auto Scaling: AWS says that all its calls share one bucket, and
 * publishes no figure; this one is ours, and careful. CloudWatch: the quotas of its API in the CloudWatch User Guide
 * ("CloudWatch service quotas"), which name no burst; a second's worth is taken for it. For the tags of alarms they
 * name no rate either: that one is ours, and careful.
 *
 * @param service the SDK's name of the service
 * @param operations their names; empty for all of the service
 * @param burst how many may come at once
 * @param perSecond how many may come each second from then on
 */
record RequestRate(String service, List<String> operations, int burst, int perSecond) {

    private static final String ECS = "Ecs";
    private static final String CLOUD_WATCH = "CloudWatch";

    private static final List<RequestRate> AWS = List.of(
            new RequestRate(ECS, List.of("DescribeServices", "ListServices"), 100, 20),
            new RequestRate(ECS, List.of("CreateService", "DeleteService", "UpdateService"), 50, 5),
            new RequestRate(ECS, List.of("DescribeServiceDeployments", "ListServiceDeployments"), 50, 20),
            new RequestRate(ECS, List.of("DescribeServiceRevisions"), 50, 20),
            new RequestRate(ECS, List.of("RegisterTaskDefinition", "DeregisterTaskDefinition"), 20, 1),
            new RequestRate(
                    ECS,
                    List.of("DescribeTaskDefinition", "ListTaskDefinitions", "ListTaskDefinitionFamilies"),
                    50,
                    20),
            new RequestRate(ECS, List.of("DescribeClusters", "ListClusters"), 50, 20),
            new RequestRate(ECS, List.of("DescribeTasks", "ListTasks"), 100, 20),
            new RequestRate(ECS, List.of("TagResource", "UntagResource"), 20, 10),
            new RequestRate("ApplicationAutoScaling", List.of(), 20, 10),
            new RequestRate(CLOUD_WATCH, List.of("PutMetricAlarm"), 3, 3),
            new RequestRate(CLOUD_WATCH, List.of("PutCompositeAlarm"), 3, 3),
            new RequestRate(CLOUD_WATCH, List.of("DeleteAlarms"), 3, 3),
            new RequestRate(CLOUD_WATCH, List.of("DescribeAlarms"), 9, 9),
            new RequestRate(CLOUD_WATCH, List.of("ListTagsForResource", "TagResource", "UntagResource"), 10, 10),
            new RequestRate(CLOUD_WATCH, List.of("GetMetricData"), 50, 50),
            new RequestRate(CLOUD_WATCH, List.of("PutDashboard"), 10, 10));

    RequestRate {
        operations = List.copyOf(operations);
    }

    /** The rate that holds for an operation; empty where none is known. */
    static Optional<RequestRate> of(String service, String operation) {
        return AWS.stream()
                .filter(rate -> rate.service.equals(service)
                        && (rate.operations.isEmpty() || rate.operations.contains(operation)))
                .findFirst();
    }
}
