package io.agentctl.sandbox.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.CreateClusterResponse;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.ecs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ecs.model.TagResourceRequest;
import software.amazon.awssdk.services.ecs.model.TagResourceResponse;
import software.amazon.awssdk.services.ecs.model.UntagResourceRequest;
import software.amazon.awssdk.services.ecs.model.UntagResourceResponse;

/** The operations on clusters and on any resource's tags. */
final class ClusterOperations {
    private static final int PAGE = 100;

    private final EcsState state;

    ClusterOperations(EcsState state) {
        this.state = state;
    }

    CreateClusterResponse create(CreateClusterRequest request) {
        String name = request.clusterName() == null ? "default" : request.clusterName();
        Cluster cluster = state.createCluster(name);
        state.tags().put(cluster.arn(), request.tags());
        return CreateClusterResponse.builder().cluster(view(cluster, true)).build();
    }

    ListClustersResponse list(ListClustersRequest request) {
        List<String> arns = state.clusters().stream().map(Cluster::arn).toList();
        Page<String> page = Pages.of(arns, request.nextToken(), request.maxResults(), PAGE);
        return ListClustersResponse.builder()
                .clusterArns(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    DescribeClustersResponse describe(DescribeClustersRequest request) {
        List<String> names = request.clusters().isEmpty() ? List.of("default") : request.clusters();
        List<software.amazon.awssdk.services.ecs.model.Cluster> found = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (String name : names) {
            Optional<Cluster> cluster = state.findCluster(name);
            if (cluster.isPresent()) {
                found.add(view(cluster.get(), request.include().contains(ClusterField.TAGS)));
            } else {
                failures.add(Failure.builder()
                        .arn(state.arns().cluster(Arns.lastPart(name)))
                        .reason("MISSING")
                        .build());
            }
        }
        return DescribeClustersResponse.builder()
                .clusters(found)
                .failures(failures)
                .build();
    }

    private software.amazon.awssdk.services.ecs.model.Cluster view(Cluster cluster, boolean withTags) {
        int running = cluster.services().stream().mapToInt(EcsService::running).sum()
                + (int) cluster.standalone().stream()
                        .filter(StandaloneTask::running)
                        .count();
        int live = cluster.services().stream()
                        .mapToInt(service -> service.live().size())
                        .sum()
                + (int) cluster.standalone().stream()
                        .filter(StandaloneTask::live)
                        .count();
        return software.amazon.awssdk.services.ecs.model.Cluster.builder()
                .clusterName(cluster.name())
                .clusterArn(cluster.arn())
                .status("ACTIVE")
                .registeredContainerInstancesCount(0)
                .runningTasksCount(running)
                .pendingTasksCount(Math.max(0, live - running))
                .activeServicesCount((int)
                        cluster.services().stream().filter(EcsService::active).count())
                .capacityProviders("FARGATE", "FARGATE_SPOT")
                .tags(withTags ? state.tags().of(cluster.arn()) : null)
                .build();
    }

    TagResourceResponse tag(TagResourceRequest request) {
        state.tags().put(requireArn(request.resourceArn()), request.tags());
        return TagResourceResponse.builder().build();
    }

    UntagResourceResponse untag(UntagResourceRequest request) {
        state.tags().remove(requireArn(request.resourceArn()), request.tagKeys());
        return UntagResourceResponse.builder().build();
    }

    ListTagsForResourceResponse tags(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(state.tags().of(requireArn(request.resourceArn())))
                .build();
    }

    private static String requireArn(String arn) {
        if (arn == null || !arn.startsWith("arn:")) {
            throw EcsErrors.invalidParameter("Invalid resource ARN: " + arn);
        }
        return arn;
    }
}
