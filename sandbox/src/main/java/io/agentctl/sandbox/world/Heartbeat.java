package io.agentctl.sandbox.world;

import io.agentctl.sandbox.ecs.EcsState;
import io.agentctl.sandbox.ecs.ServiceHandle;
import io.agentctl.sandbox.scaling.ScalingState;
import io.agentctl.sandbox.time.Simulation;
import java.time.Instant;
import java.util.List;

/** What happens every minute: tasks outgrow their memory, and policies move counts. */
final class Heartbeat {
    private static final long SECONDS_PER_MINUTE = 60;

    private final Simulation simulation;
    private final EcsState ecs;
    private final ScalingState scaling;

    Heartbeat(EcsState ecs, ScalingState scaling) {
        this.simulation = ecs.simulation();
        this.ecs = ecs;
        this.scaling = scaling;
    }

    void start() {
        long next = simulation.instant().getEpochSecond() / SECONDS_PER_MINUTE + 1;
        schedule(next);
    }

    private void schedule(long minute) {
        simulation.timeline().schedule(Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE), () -> beat(minute));
    }

    private void beat(long minute) {
        List<ServiceHandle> services = ecs.activeServices().toList();
        services.forEach(ServiceHandle::killOutgrown);
        scaling.minutePassed(minute - 1);
        schedule(minute + 1);
    }
}
