package io.agentctl.control.ecs;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import java.util.List;

/** Tells which services are meant, by name alone. */
public final class NameServices implements UseCase<Services, NameServices.Result> {

    private final EcsGateway ecs;
    private final ServiceObserver observer;

    /** Their names, in order. */
    public record Result(List<String> names) {
        public Result {
            names = List.copyOf(names);
        }
    }

    NameServices(EcsGateway ecs, ServiceObserver observer) {
        this.ecs = ecs;
        this.observer = observer;
    }

    @Override
    public Result run(Services services, ProgressListener progress) {
        boolean projects = services.cluster().isEmpty() && services.names().isEmpty();
        return new Result((projects ? observer.project() : services).named(ecs));
    }
}
