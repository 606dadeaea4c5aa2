package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.program.Programs;
import java.util.function.Function;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.CreateClusterResponse;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.DeleteServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeleteServiceResponse;
import software.amazon.awssdk.services.ecs.model.DeregisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DeregisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.DescribeClustersRequest;
import software.amazon.awssdk.services.ecs.model.DescribeClustersResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServiceDeploymentsRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServiceRevisionsRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServiceRevisionsResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.ListClustersRequest;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsRequest;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.ecs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionFamiliesRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionFamiliesResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentRequest;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentResponse;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.StopTaskResponse;
import software.amazon.awssdk.services.ecs.model.TagResourceRequest;
import software.amazon.awssdk.services.ecs.model.TagResourceResponse;
import software.amazon.awssdk.services.ecs.model.UntagResourceRequest;
import software.amazon.awssdk.services.ecs.model.UntagResourceResponse;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceResponse;

/** The SDK's client interface over the simulated state; what it does not override, the interface refuses. */
public final class EcsEmulation implements EcsClient {
    private final EcsState state;
    private final ClusterOperations clusters;
    private final ServiceOperations services;
    private final TaskDefinitionOperations taskDefinitions;
    private final TaskOperations tasks;
    private final TaskRuns runs;
    private final DeploymentOperations deployments;

    /**
     * An emulation over a state.
     *
     * @param programs what standalone tasks run
     * @param logs where what they write goes
     */
    public EcsEmulation(EcsState state, Programs programs, ContainerLogs logs) {
        this.state = state;
        this.clusters = new ClusterOperations(state);
        this.services = new ServiceOperations(state);
        this.taskDefinitions = new TaskDefinitionOperations(state);
        this.tasks = new TaskOperations(state);
        this.runs = new TaskRuns(state, new ContainerPrograms(programs, logs));
        this.deployments = new DeploymentOperations(state);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private <Q, R> R now(Function<Q, R> operation, Q request) {
        return state.simulation().now(() -> operation.apply(request));
    }

    @Override
    public CreateClusterResponse createCluster(CreateClusterRequest request) {
        return now(clusters::create, request);
    }

    @Override
    public ListClustersResponse listClusters(ListClustersRequest request) {
        return now(clusters::list, request);
    }

    @Override
    public DescribeClustersResponse describeClusters(DescribeClustersRequest request) {
        return now(clusters::describe, request);
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        return now(clusters::tag, request);
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        return now(clusters::untag, request);
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return now(clusters::tags, request);
    }

    @Override
    public ListServicesResponse listServices(ListServicesRequest request) {
        return now(services::list, request);
    }

    @Override
    public DescribeServicesResponse describeServices(DescribeServicesRequest request) {
        return now(services::describe, request);
    }

    @Override
    public CreateServiceResponse createService(CreateServiceRequest request) {
        return now(services::create, request);
    }

    @Override
    public UpdateServiceResponse updateService(UpdateServiceRequest request) {
        return now(services::update, request);
    }

    @Override
    public DeleteServiceResponse deleteService(DeleteServiceRequest request) {
        return now(services::delete, request);
    }

    @Override
    public RegisterTaskDefinitionResponse registerTaskDefinition(RegisterTaskDefinitionRequest request) {
        return now(taskDefinitions::register, request);
    }

    @Override
    public DescribeTaskDefinitionResponse describeTaskDefinition(DescribeTaskDefinitionRequest request) {
        return now(taskDefinitions::describe, request);
    }

    @Override
    public DeregisterTaskDefinitionResponse deregisterTaskDefinition(DeregisterTaskDefinitionRequest request) {
        return now(taskDefinitions::deregister, request);
    }

    @Override
    public ListTaskDefinitionsResponse listTaskDefinitions(ListTaskDefinitionsRequest request) {
        return now(taskDefinitions::list, request);
    }

    @Override
    public ListTaskDefinitionFamiliesResponse listTaskDefinitionFamilies(ListTaskDefinitionFamiliesRequest request) {
        return now(taskDefinitions::families, request);
    }

    @Override
    public ListTasksResponse listTasks(ListTasksRequest request) {
        return now(tasks::list, request);
    }

    @Override
    public DescribeTasksResponse describeTasks(DescribeTasksRequest request) {
        return now(tasks::describe, request);
    }

    @Override
    public RunTaskResponse runTask(RunTaskRequest request) {
        return now(runs::run, request);
    }

    @Override
    public StopTaskResponse stopTask(StopTaskRequest request) {
        return now(runs::stop, request);
    }

    @Override
    public ListServiceDeploymentsResponse listServiceDeployments(ListServiceDeploymentsRequest request) {
        return now(deployments::list, request);
    }

    @Override
    public DescribeServiceDeploymentsResponse describeServiceDeployments(DescribeServiceDeploymentsRequest request) {
        return now(deployments::describe, request);
    }

    @Override
    public DescribeServiceRevisionsResponse describeServiceRevisions(DescribeServiceRevisionsRequest request) {
        return now(deployments::revisions, request);
    }

    @Override
    public StopServiceDeploymentResponse stopServiceDeployment(StopServiceDeploymentRequest request) {
        return now(deployments::stop, request);
    }
}
