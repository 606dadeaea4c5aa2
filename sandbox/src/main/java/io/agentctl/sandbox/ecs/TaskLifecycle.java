package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.time.Simulation;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;

/** Starts tasks, brings them up or lets them fail, and stops them. */
final class TaskLifecycle {
    private static final long SECONDS_PER_MINUTE = 60;

    private final Simulation simulation;
    private final RolloutTiming timing;
    private final Ids ids;

    /** What a task's fate means is for the deployment to say. */
    interface Listener {
        /** Tasks came up or went down: there may be something to start, to stop or to complete. */
        void changed(EcsService service);

        /** A task failed before it was found healthy, or was killed later. */
        void failed(EcsService service, SimTask task, StopCause cause);
    }

    TaskLifecycle(Simulation simulation, RolloutTiming timing, Ids ids) {
        this.simulation = simulation;
        this.timing = timing;
        this.ids = ids;
    }

    void start(EcsService service, Rollout rollout, Listener listener) {
        SimTask task = new SimTask(ids.task(), rollout, nextProvider(service), simulation.instant());
        service.add(task);
        Instant pendingAt = simulation.instant().plus(timing.provisioning());
        simulation.timeline().schedule(pendingAt, () -> {
            if (task.live()) {
                task.pending();
                simulation
                        .timeline()
                        .schedule(simulation.instant().plus(timing.pending()), () -> run(service, task, listener));
            }
        });
    }

    private void run(EcsService service, SimTask task, Listener listener) {
        if (!task.live()) {
            return;
        }
        task.run(simulation.instant());
        service.noteOccupancy(simulation.instant());
        Instant judgedAt = simulation.instant().plus(timing.health());
        simulation.timeline().schedule(judgedAt, () -> judge(service, task, listener));
    }

    private void judge(EcsService service, SimTask task, Listener listener) {
        if (!task.live()) {
            return;
        }
        RolloutFault fault = task.rollout().fault();
        if (fault == RolloutFault.OUT_OF_MEMORY || outgrown(service, task, Math.max(1, service.desired()))) {
            kill(service, task, listener);
        } else if (fault == RolloutFault.HEALTH_CHECK) {
            stop(service, task, StopCause.UNHEALTHY, listener);
            listener.failed(service, task, StopCause.UNHEALTHY);
        } else {
            task.foundHealthy();
            task.rollout().recovered();
            listener.changed(service);
        }
    }

    /** The kernel does not wait: the task is gone at once. */
    void kill(EcsService service, SimTask task, Listener listener) {
        task.stopping(StopCause.OUT_OF_MEMORY, simulation.instant());
        task.stopped(simulation.instant());
        service.noteOccupancy(simulation.instant());
        service.forgetStopped(simulation.instant());
        listener.failed(service, task, StopCause.OUT_OF_MEMORY);
    }

    void stop(EcsService service, SimTask task, StopCause cause, Listener listener) {
        task.stopping(cause, simulation.instant());
        simulation.timeline().schedule(simulation.instant().plus(timing.draining()), () -> {
            task.stopped(simulation.instant());
            service.noteOccupancy(simulation.instant());
            service.forgetStopped(simulation.instant());
            listener.changed(service);
        });
    }

    /** Whether a task's share of the work does not fit into its memory. */
    boolean outgrown(EcsService service, SimTask task, int sharedBy) {
        return need(service, sharedBy) > task.rollout().revision().memoryLimit();
    }

    /** Whether some task may have outgrown its memory; asked of every service every minute. */
    boolean crowded(EcsService service, int sharedBy) {
        double need = need(service, sharedBy);
        return service.rollouts().stream()
                .anyMatch(rollout -> need > rollout.revision().memoryLimit());
    }

    private double need(EcsService service, int sharedBy) {
        long minute = simulation.instant().getEpochSecond() / SECONDS_PER_MINUTE;
        return service.workload().perTask().memoryMebibytes()
                + service.workload().memoryMebibytes(minute) / sharedBy;
    }

    /** The capacity provider of the next task; empty for a service with a launch type. */
    static String nextProvider(EcsService service) {
        List<CapacityProviderStrategyItem> strategy = service.settings().capacityProviderStrategy();
        if (strategy.isEmpty()) {
            return "";
        }
        return nextProvider(strategy, service.live());
    }

    /** The provider that is furthest behind its base, then behind its weight. */
    static String nextProvider(List<CapacityProviderStrategyItem> strategy, Collection<SimTask> live) {
        Map<String, Integer> placed = new HashMap<>();
        live.forEach(task -> placed.merge(task.capacityProvider(), 1, Integer::sum));
        CapacityProviderStrategyItem best = strategy.getFirst();
        double leastRatio = Double.POSITIVE_INFINITY;
        for (CapacityProviderStrategyItem item : strategy) {
            int count = placed.getOrDefault(item.capacityProvider(), 0);
            int base = item.base() == null ? 0 : item.base();
            int weight = item.weight() == null ? 0 : item.weight();
            if (count < base) {
                return item.capacityProvider();
            }
            double ratio = weight == 0 ? Double.MAX_VALUE : (count - base + 1) / (double) weight;
            if (ratio < leastRatio) {
                leastRatio = ratio;
                best = item;
            }
        }
        return best.capacityProvider();
    }
}
