package io.agentctl.sandbox.world;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.ecs.ServiceSeed;
import io.agentctl.sandbox.scaling.TargetTracker;
import io.agentctl.sandbox.scaling.Tracked;
import io.agentctl.sandbox.workload.SyntheticWorkload;
import io.agentctl.sandbox.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;

/** Turns a service's document into the service with its past. */
final class ServiceSeeds {
    private static final long SECONDS_PER_MINUTE = 60;
    /** The first deployment lies this far before the beginning of history. */
    private static final Duration BEFORE_HISTORY = Duration.ofDays(10);

    private final Path directory;
    private final Instant now;
    private final Duration history;
    private final long seed;
    private final TaskDefinitions definitions;

    /**
     * Seeds for a world.
     *
     * @param directory what traces' file names are relative to
     * @param now when the sandbox starts
     */
    ServiceSeeds(Arns arns, Path directory, Instant now, Duration history, long seed) {
        this.directory = directory;
        this.now = now;
        this.history = history;
        this.seed = seed;
        this.definitions = new TaskDefinitions(arns);
    }

    ServiceSeed seed(String cluster, ServiceDocument service) {
        Workload workload = workload(cluster, service);
        List<PastBuilder.Size> sizes = sizes(service);
        ServiceDocument.ScalingDocument scaling = service.scaling();
        List<TargetTracker> trackers =
                targets(service).values().stream().map(TargetTracker::new).toList();
        PastBuilder.Past past = new PastBuilder(
                        workload,
                        sizes,
                        trackers,
                        scaling == null ? 0 : scaling.min(),
                        scaling == null ? Integer.MAX_VALUE : scaling.max())
                .build(now.minus(history), now);
        RegisterTaskDefinitionRequest template = definitions.template(service);
        List<ServiceSeed.Era> eras = new ArrayList<>();
        for (PastBuilder.Size size : sizes) {
            eras.add(new ServiceSeed.Era(
                    size.since(),
                    template.toBuilder()
                            .cpu(Integer.toString(size.cpu()))
                            .memory(Integer.toString(size.memory()))
                            .build()));
        }
        return new ServiceSeed(request(cluster, service, past.tasks()), eras, workload, past.occupancy());
    }

    private Workload workload(String cluster, ServiceDocument service) {
        long own = seed * 31 + (cluster + "/" + service.name()).hashCode();
        Workload.PerTask perTask = service.workload().perTask().toPerTask();
        long minute = now.getEpochSecond() / SECONDS_PER_MINUTE;
        WorkloadDocument.TraceDocument trace = service.workload().trace();
        if (trace != null) {
            return TraceReader.read(directory, trace, perTask, minute, own);
        }
        long origin = minute - history.toMinutes();
        return new SyntheticWorkload(service.workload().pattern().toShape(), perTask, origin, own);
    }

    private List<PastBuilder.Size> sizes(ServiceDocument service) {
        List<PastBuilder.Size> sizes = new ArrayList<>();
        Instant since = now.minus(history).minus(BEFORE_HISTORY);
        for (ServiceDocument.EarlierDocument earlier : service.earlier()) {
            int tasks = earlier.tasks() == null ? service.tasks() : earlier.tasks();
            Instant until = now.minus(earlier.until());
            sizes.add(new PastBuilder.Size(
                    since.isBefore(until) ? since : until.minus(BEFORE_HISTORY),
                    earlier.cpu(),
                    earlier.memory(),
                    tasks));
            since = until;
        }
        sizes.add(new PastBuilder.Size(since, service.cpu(), service.memory(), service.tasks()));
        return sizes;
    }

    /** What the service's policies track, by the policies' names. */
    static Map<String, TargetTracker.Target> targets(ServiceDocument service) {
        Map<String, TargetTracker.Target> targets = new LinkedHashMap<>();
        ServiceDocument.ScalingDocument scaling = service.scaling();
        if (scaling != null && scaling.targetCpu() != null) {
            targets.put(service.name() + "-cpu", target(scaling, Tracked.CPU, scaling.targetCpu()));
        }
        if (scaling != null && scaling.targetMemory() != null) {
            targets.put(service.name() + "-memory", target(scaling, Tracked.MEMORY, scaling.targetMemory()));
        }
        return targets;
    }

    private static TargetTracker.Target target(
            ServiceDocument.ScalingDocument scaling, Tracked resource, double percent) {
        return new TargetTracker.Target(
                resource,
                percent,
                (int) scaling.scaleOutCooldown().toSeconds(),
                (int) scaling.scaleInCooldown().toSeconds(),
                true);
    }

    private CreateServiceRequest request(String cluster, ServiceDocument service, int tasks) {
        List<CapacityProviderStrategyItem> strategy = new TreeMap<>(service.capacityProviders())
                .entrySet().stream()
                        .map(entry -> CapacityProviderStrategyItem.builder()
                                .capacityProvider(entry.getKey())
                                .weight(entry.getValue())
                                .base(0)
                                .build())
                        .toList();
        return CreateServiceRequest.builder()
                .cluster(cluster)
                .serviceName(service.name())
                .desiredCount(tasks)
                .launchType(strategy.isEmpty() ? LaunchType.FARGATE : null)
                .capacityProviderStrategy(strategy)
                .networkConfiguration(NetworkConfiguration.builder()
                        .awsvpcConfiguration(vpc -> vpc.subnets("subnet-0a1b2c3d", "subnet-4e5f6a7b")
                                .securityGroups("sg-0123456789abcdef0")
                                .assignPublicIp(AssignPublicIp.DISABLED))
                        .build())
                .deploymentConfiguration(DeploymentConfiguration.builder()
                        .maximumPercent(200)
                        .minimumHealthyPercent(100)
                        .deploymentCircuitBreaker(breaker ->
                                breaker.enable(service.circuitBreaker()).rollback(service.circuitBreaker()))
                        .build())
                .healthCheckGracePeriodSeconds(30)
                .tags(new TreeMap<>(service.tags())
                        .entrySet().stream()
                                .map(entry -> Tag.builder()
                                        .key(entry.getKey())
                                        .value(entry.getValue())
                                        .build())
                                .toList())
                .build();
    }
}
