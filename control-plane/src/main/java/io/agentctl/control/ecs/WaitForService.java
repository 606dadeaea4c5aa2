package io.agentctl.control.ecs;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;

/** Waits until a service's deployment is over, and tells whether it took. */
public final class WaitForService implements UseCase<Services, WaitForService.Result> {

    /**
     * How it ended.
     *
     * @param service cluster and service
     * @param taskDefinition {@code family:revision} that runs
     * @param tasks tasks that the service wants and has; 0 if it wants none, which proves nothing
     */
    public record Result(ServiceName service, String taskDefinition, int tasks) {}

    private final EcsGateway ecs;
    private final ServiceObserver observer;
    private final RolloutFollower follower;

    WaitForService(EcsGateway ecs, ServiceObserver observer, RolloutFollower follower) {
        this.ecs = ecs;
        this.observer = observer;
        this.follower = follower;
    }

    @Override
    public Result run(Services services, ProgressListener progress) {
        ObservedService service = services.observe(ecs, observer).getFirst();
        Rollout rollout = new Rollout(
                service.name(),
                service.taskDefinition().arn(),
                service.deployedAt().minusSeconds(1));
        RolloutFollower.End end = follower.follow(rollout, progress);
        return new Result(
                service.name(),
                service.taskDefinition().shortName(),
                end == RolloutFollower.End.PROVED ? observer.one(service.name()).desired() : 0);
    }
}
