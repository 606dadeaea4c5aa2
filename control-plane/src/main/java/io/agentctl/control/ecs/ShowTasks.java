package io.agentctl.control.ecs;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import java.util.List;

/** Shows a service's tasks by revision, state and health, as they are now. */
public final class ShowTasks implements UseCase<Services, ShowTasks.Result> {

    /**
     * How it stands.
     *
     * @param desired tasks wanted
     * @param deploying whether a deployment is under way
     * @param tasks those there are, of a hundred at most
     */
    public record Result(String service, int desired, boolean deploying, List<TaskGroup> tasks) {
        public Result {
            tasks = List.copyOf(tasks);
        }
    }

    private final EcsGateway ecs;
    private final ServiceObserver observer;
    private final TaskGateway tasks;

    ShowTasks(EcsGateway ecs, ServiceObserver observer, TaskGateway tasks) {
        this.ecs = ecs;
        this.observer = observer;
        this.tasks = tasks;
    }

    /** Of the first service that is meant. */
    @Override
    public Result run(Services services, ProgressListener progress) {
        ObservedService service = services.observe(ecs, observer).getFirst();
        return new Result(
                service.name().service(), service.desired(), service.deploying(), tasks.current(service.name()));
    }
}
