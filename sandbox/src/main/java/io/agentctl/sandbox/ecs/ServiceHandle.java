package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.workload.UtilizationSeries;

/**
 * What metrics and scaling may know and do of a service. To be used inside the simulation's lock, apart from the
 * series, which can be read outside.
 */
public final class ServiceHandle {
    private final EcsState state;
    private final EcsService service;

    ServiceHandle(EcsState state, EcsService service) {
        this.state = state;
        this.service = service;
    }

    EcsService service() {
        return service;
    }

    /** The service's name. */
    public String name() {
        return service.name();
    }

    /** The cluster's name. */
    public String cluster() {
        return service.cluster().name();
    }

    /** How many tasks it is told to run. */
    public int desired() {
        return service.desired();
    }

    /** How many tasks run. */
    public int running() {
        return service.running();
    }

    /** Whether a deployment is under way; scale-in waits for it. */
    public boolean deploying() {
        return service.primary().state() == Rollout.State.IN_PROGRESS;
    }

    /** How busy its tasks are and were. */
    public UtilizationSeries utilization() {
        return service.utilization();
    }

    /** Tells it to run another number of tasks. */
    public void scale(int desired) {
        state.engine().scale(service, desired);
    }

    /** Kills a task that has outgrown its memory, if one has. */
    public void killOutgrown() {
        state.engine().killOutgrown(service);
    }
}
