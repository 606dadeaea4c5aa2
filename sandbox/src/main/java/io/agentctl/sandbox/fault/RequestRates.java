package io.agentctl.sandbox.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How many calls AWS takes of an account in a region: buckets of tokens, filled by the second of the real clock, not
 * the sandbox's. ECS publishes its own ("Request throttling for the Amazon ECS API"); of Application Auto Scaling it is
 * only known that all calls share one, and this one is a guess. Not thread-safe.
 */
final class RequestRates {

    private static final double NANOS = 1e9;
    private static final String ECS = "ecs";

    /**
     * Operations that are counted together.
     *
     * @param service the service's signing name
     * @param operations their names; empty for all of the service
     * @param burst how many the bucket holds
     * @param perSecond how many are filled in each second
     */
    private record Rate(String service, List<String> operations, int burst, int perSecond) {

        boolean holds(String calledService, String operation) {
            return service.equals(calledService) && (operations.isEmpty() || operations.contains(operation));
        }
    }

    private static final List<Rate> RATES = List.of(
            new Rate(
                    ECS,
                    List.of(
                            "CreateCluster",
                            "DeleteCluster",
                            "PutClusterCapacityProviders",
                            "UpdateCluster",
                            "UpdateClusterSettings"),
                    20,
                    1),
            new Rate(ECS, List.of("DescribeClusters", "ListClusters"), 50, 20),
            new Rate(ECS, List.of("DeregisterTaskDefinition", "RegisterTaskDefinition"), 20, 1),
            new Rate(
                    ECS,
                    List.of("DescribeTaskDefinition", "ListTaskDefinitions", "ListTaskDefinitionFamilies"),
                    50,
                    20),
            new Rate(ECS, List.of("DeleteTaskDefinitions"), 5, 1),
            new Rate(ECS, List.of("TagResource", "UntagResource"), 20, 10),
            new Rate(ECS, List.of("ListTagsForResource"), 50, 20),
            new Rate(ECS, List.of("RunTask", "StartTask", "StopTask"), 100, 40),
            new Rate(ECS, List.of("DescribeTasks", "ListTasks"), 100, 20),
            new Rate(ECS, List.of("CreateService", "DeleteService", "UpdateService"), 50, 5),
            new Rate(ECS, List.of("DescribeServices", "ListServices"), 100, 20),
            new Rate(ECS, List.of("DescribeServiceDeployments", "ListServiceDeployments"), 50, 20),
            new Rate(ECS, List.of("DescribeServiceRevisions"), 50, 20),
            new Rate("application-autoscaling", List.of(), 20, 10));

    private static final class Bucket {
        private double tokens;
        private long filled;
    }

    private final LongSupplier nanos;
    private final Map<Rate, Bucket> buckets = new HashMap<>();

    RequestRates(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Lets a call through, or not. */
    boolean admits(String service, String operation) {
        Optional<Rate> rate =
                RATES.stream().filter(known -> known.holds(service, operation)).findFirst();
        return rate.isEmpty() || taken(rate.get());
    }

    private boolean taken(Rate rate) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(rate, full -> {
            Bucket fresh = new Bucket();
            fresh.tokens = full.burst();
            fresh.filled = now;
            return fresh;
        });
        bucket.tokens = Math.min(rate.burst(), bucket.tokens + (now - bucket.filled) / NANOS * rate.perSecond());
        bucket.filled = now;
        if (bucket.tokens < 1) {
            return false;
        }
        bucket.tokens--;
        return true;
    }
}
