package io.agentctl.control.ecs;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.scaling.ScalingGateway;
import java.time.Clock;
import java.util.List;

/**
 * Puts this package's parts together, for the composition root of a program. Touches no AWS client until one is used.
 */
public final class EcsWiring {

    /** ECS allows about 20 reads and 10 changes a second for an account; this many at a time stay below it. */
    private static final int ECS_IN_FLIGHT = 10;

    private final EcsGateway ecs;
    private final DeploymentGateway deployments;
    private final CountGateway counts;
    private final ServiceObserver observer;
    private final RolloutFollower follower;
    private final TaskGateway tasks;
    private final List<ActionHandler> handlers;

    /**
     * Wires the package.
     *
     * @param project which services are meant where a user names none
     */
    public EcsWiring(
            AwsClients aws, ScalingGateway scaling, MetricsGateway metrics, Services project, Clock clock, Pace pace) {
        ApiCalls ecsCalls = new ApiCalls(ECS_IN_FLIGHT);
        this.ecs = new EcsGateway(aws::ecs, ecsCalls);
        this.counts = new CountGateway(ecs, aws::ecs, ecsCalls);
        this.deployments = new DeploymentGateway(aws::ecs, ecsCalls);
        this.observer = new ServiceObserver(ecs, scaling, project);
        this.follower = new RolloutFollower(ecs, deployments, clock, pace);
        TaskDefinitionRegistry registry = new TaskDefinitionRegistry(ecs, aws::ecs, aws::ecsOnce, ecsCalls);
        ServiceWriter writer = new ServiceWriter(aws::ecs, aws::ecsOnce, ecsCalls);
        this.tasks = new TaskGateway(aws::ecs, ecsCalls);
        this.handlers = List.of(
                new RegisterTaskDefinition(registry),
                new RetireTaskDefinition(registry, ecs),
                new UpdateService(ecs, writer),
                new RestoreService(ecs, writer, registry, follower),
                new ForceDeployment(ecs, writer),
                new FollowRollout(follower),
                new WatchService(ecs, tasks, new CpuWatch(metrics), clock, pace));
    }

    /** The names of the project's services, or of all where it names none. */
    public List<String> names() {
        return observer.project().named(ecs);
    }

    /** The use case that names services. */
    public NameServices naming() {
        return new NameServices(ecs, observer);
    }

    public EcsGateway gateway() {
        return ecs;
    }

    public CountGateway counts() {
        return counts;
    }

    public DeploymentGateway deployments() {
        return deployments;
    }

    public ServiceObserver observer() {
        return observer;
    }

    /** Turns plans for services into operations. */
    public Applier applier() {
        return new ServiceApplier(observer);
    }

    /** Carries out this package's actions. */
    public List<ActionHandler> handlers() {
        return handlers;
    }

    /** The use case that shows a service's tasks. */
    public ShowTasks showTasks() {
        return new ShowTasks(ecs, observer, tasks);
    }

    /** The use case that waits for a deployment. */
    public WaitForService waiting() {
        return new WaitForService(ecs, observer, follower);
    }
}
