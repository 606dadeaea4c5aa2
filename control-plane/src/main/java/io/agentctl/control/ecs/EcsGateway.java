package io.agentctl.control.ecs;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;

/** Reads clusters, services and task definitions, in batches as large as ECS takes. */
public final class EcsGateway {

    /** DescribeServices takes ten services. */
    private static final int SERVICES_A_CALL = 10;

    private static final int NAMES_A_PAGE = 100;

    private final Supplier<EcsClient> ecs;
    private final ApiCalls calls;
    private final Map<String, ObservedTaskDefinition> taskDefinitions = new ConcurrentHashMap<>();

    public EcsGateway(Supplier<EcsClient> ecs, ApiCalls calls) {
        this.ecs = ecs;
        this.calls = calls;
    }

    /** The names of all clusters. */
    public List<String> clusters() {
        return calls.call("list clusters", () -> ecs.get().listClustersPaginator().clusterArns().stream()
                .map(EcsGateway::lastPart)
                .sorted()
                .toList());
    }

    /**
     * The names of a cluster's services, in order.
     *
     * @throws AgentctlException NOT_FOUND if there is no such cluster
     */
    public List<String> serviceNames(String cluster) {
        try {
            return calls.call("list the services of cluster " + cluster, () -> ecs
                    .get()
                    .listServicesPaginator(request -> request.cluster(cluster).maxResults(NAMES_A_PAGE))
                    .serviceArns()
                    .stream()
                    .map(EcsGateway::lastPart)
                    .sorted()
                    .toList());
        } catch (AgentctlException failure) {
            if (failure.getCause() instanceof ClusterNotFoundException) {
                throw clusterNotFound(cluster, failure);
            }
            throw failure;
        }
    }

    /** Describes services of one cluster; those that do not exist are left out. */
    List<Service> describe(String cluster, List<String> services, ServiceField... also) {
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < services.size(); from += SERVICES_A_CALL) {
            batches.add(services.subList(from, Math.min(services.size(), from + SERVICES_A_CALL)));
        }
        return Parallel.map(batches, batch -> describeBatch(cluster, batch, also)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Describes one service, if it is there and active. */
    Optional<Service> describe(ServiceName name) {
        return describeBatch(name.cluster(), List.of(name.service())).stream().findFirst();
    }

    private List<Service> describeBatch(String cluster, List<String> services, ServiceField... also) {
        String what = services.size() == 1 ? "service " + services.getFirst() : services.size() + " services";
        try {
            DescribeServicesResponse response =
                    calls.call("describe " + what + " of cluster " + cluster, () -> ecs.get()
                            .describeServices(request ->
                                    request.cluster(cluster).services(services).include(also)));
            return response.services().stream()
                    .filter(service -> !"INACTIVE".equals(service.status()))
                    .toList();
        } catch (AgentctlException failure) {
            if (failure.getCause() instanceof ClusterNotFoundException) {
                throw clusterNotFound(cluster, failure);
            }
            throw failure;
        }
    }

    /** What a task definition says; asked once for each, since a revision never changes. */
    public ObservedTaskDefinition taskDefinition(String arn) {
        return taskDefinitions.computeIfAbsent(
                arn,
                key -> TaskDefinitionReader.read(describeTaskDefinition(key).taskDefinition()));
    }

    /** Everything about a task definition, its tags included. */
    DescribeTaskDefinitionResponse describeTaskDefinition(String arn) {
        return calls.call("describe task definition " + ObservedTaskDefinition.shortName(arn), () -> ecs.get()
                .describeTaskDefinition(request -> request.taskDefinition(arn).include(TaskDefinitionField.TAGS)));
    }

    private AgentctlException clusterNotFound(String cluster, AgentctlException cause) {
        List<String> there = clusters();
        String near = Suggestions.sentence(cluster, there);
        String all = there.isEmpty()
                ? "There is none in this account and region."
                : "There are: " + String.join(", ", there);
        return new AgentctlException(
                ErrorCode.NOT_FOUND,
                "there is no cluster " + cluster,
                near.isEmpty() ? all : near,
                cause.requestId().orElse(null),
                cause);
    }

    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
