package io.agentctl.control.windows.scheduled;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.plan.Target;
import io.agentctl.control.scaling.ScalingGateway;
import io.agentctl.control.windows.run.ProjectServices;
import java.time.Clock;
import java.util.function.Supplier;

/** Puts this package's parts together, for the composition root of a program. */
public final class SchedulesWiring {

    private final ScheduleObserver observer;
    private final Supplier<Target> here;
    private final Clock clock;

    public SchedulesWiring(
            EcsWiring ecs, ScalingGateway scaling, Services services, Supplier<Target> here, Clock clock) {
        this.observer = new ScheduleObserver(() -> ProjectServices.of(services, ecs.gateway()), ecs.counts(), scaling);
        this.here = here;
        this.clock = clock;
    }

    /** The use case that plans scheduled actions. */
    public PlanSchedules plan() {
        return new PlanSchedules(observer, here, clock);
    }

    /** Turns plans of them into operations. */
    public Applier applier() {
        return new ScheduleApplier(observer);
    }
}
