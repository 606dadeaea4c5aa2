package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.time.Simulation;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Moves services towards what they are told to be: deploys, completes, trips the circuit breaker, rolls back. */
final class RolloutEngine implements TaskLifecycle.Listener {
    private static final int PERCENT = 100;
    /** The service's circuit breaker: half the desired count, but from 3 to 200. */
    private static final int LEAST_THRESHOLD = 3;

    private static final int MOST_THRESHOLD = 200;
    private static final int MOST_DOUBLINGS = 8;

    private final Simulation simulation;
    private final RolloutTiming timing;
    private final RolloutFaults faults;
    private final TaskLifecycle tasks;
    private final Arns arns;
    private final Ids ids;

    RolloutEngine(Simulation simulation, RolloutTiming timing, RolloutFaults faults, Arns arns, Ids ids) {
        this.simulation = simulation;
        this.timing = timing;
        this.faults = faults;
        this.tasks = new TaskLifecycle(simulation, timing, ids);
        this.arns = arns;
        this.ids = ids;
    }

    /** Starts a service deployment of the service's present settings with a task definition. */
    DeploymentRecord deploy(EcsService service, TaskDefinition definition) {
        Instant now = simulation.instant();
        String cluster = service.cluster().name();
        Revision revision = Revision.of(
                arns.serviceRevision(cluster, service.name(), ids.digits()), definition, service.settings(), now);
        List<Revision> sources =
                service.rollouts().stream().map(Rollout::revision).toList();
        for (DeploymentRecord record : service.records()) {
            if (record.underWay()) {
                record.finish(ServiceDeploymentStatus.STOPPED, "Replaced by a newer service deployment.", now);
            }
        }
        DeploymentRecord record = new DeploymentRecord(
                arns.serviceDeployment(cluster, service.name(), ids.letters()),
                revision,
                sources,
                threshold(service.desired()),
                now);
        service.records().addFirst(record);
        service.rollouts()
                .addFirst(new Rollout("ecs-svc/" + ids.digits(), revision, record, faults.take(service.name()), now));
        service.steady(false);
        simulation.timeline().schedule(now.plus(timing.accepted()), () -> {
            if (record.status() == ServiceDeploymentStatus.PENDING) {
                record.start(simulation.instant());
                reconcile(service);
            }
        });
        return record;
    }

    /** How many failed tasks trip the circuit breaker of a service of that size. */
    static int threshold(int desired) {
        return Math.clamp((desired + 1) / 2, LEAST_THRESHOLD, MOST_THRESHOLD);
    }

    /** Sets the desired count; that alone starts no deployment. */
    void scale(EcsService service, int desired) {
        if (desired != service.desired()) {
            service.settings(
                    service.settings().toBuilder().desiredCount(desired).build());
            service.steady(false);
            reconcile(service);
        }
    }

    /** Kills a running task that has outgrown its memory; the service replaces it. */
    void killOutgrown(EcsService service) {
        int running = service.running();
        if (running == 0 || !tasks.crowded(service, running)) {
            return;
        }
        service.live().stream()
                .filter(SimTask::healthy)
                .filter(task -> tasks.outgrown(service, task, running))
                .findFirst()
                .ifPresent(task -> tasks.kill(service, task, this));
    }

    /** Stops one task, as an operator asks for; the service starts another. */
    void stopTask(EcsService service, SimTask task) {
        if (task.live()) {
            tasks.stop(service, task, StopCause.BY_USER, this);
            service.steady(false);
            reconcile(service);
        }
    }

    /** Asks for a service deployment to be stopped and taken back. */
    void stop(EcsService service, DeploymentRecord record) {
        record.requestStop(simulation.instant());
        simulation.timeline().schedule(simulation.instant().plus(timing.accepted()), () -> {
            if (record.status() == ServiceDeploymentStatus.STOP_REQUESTED) {
                rollBack(service, "Service deployment rolled back because a stop was requested.");
            }
        });
    }

    @Override
    public void changed(EcsService service) {
        reconcile(service);
    }

    @Override
    public void failed(EcsService service, SimTask task, StopCause cause) {
        Instant now = simulation.instant();
        service.event(ids.uuid(), "(task " + task.id() + ") failed: " + cause.reason() + ".", now);
        Rollout rollout = task.rollout();
        if (rollout == service.primary() && rollout.state() != Rollout.State.FAILED) {
            // Like the service, wait longer from failure to failure.
            long backoff = 1L << Math.min(rollout.failuresInARow(), MOST_DOUBLINGS);
            rollout.countFailure(now.plus(timing.retry().multipliedBy(backoff)), now);
            simulation.timeline().schedule(rollout.retryAt(), () -> reconcile(service));
        }
        if (rollout == service.primary() && rollout.state() == Rollout.State.IN_PROGRESS) {
            DeploymentCircuitBreaker breaker = service.deploymentConfiguration().deploymentCircuitBreaker();
            if (rollout.record().countFailure(breaker, now)) {
                trip(service, rollout, breaker);
            }
        }
        service.steady(false);
        reconcile(service);
    }

    private void trip(EcsService service, Rollout rollout, DeploymentCircuitBreaker breaker) {
        Instant now = simulation.instant();
        DeploymentRecord record = rollout.record();
        rollout.move(Rollout.State.FAILED, "ECS deployment circuit breaker: tasks failed to start.", now);
        service.event(ids.uuid(), "(deployment " + rollout.id() + ") deployment failed: tasks failed to start.", now);
        if (record.status() == ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS) {
            record.finish(ServiceDeploymentStatus.ROLLBACK_FAILED, "The rollback's tasks failed to start.", now);
        } else if (breaker.rollback() && service.lastCompleted().isPresent()) {
            rollBack(service, "Service deployment rolled back because the circuit breaker threshold was exceeded.");
        } else {
            record.finish(
                    ServiceDeploymentStatus.STOPPED,
                    "Service deployment stopped because the circuit breaker threshold was exceeded.",
                    now);
        }
    }

    /** Returns to the deployment, or else the revision, that completed last. */
    private void rollBack(EcsService service, String why) {
        Instant now = simulation.instant();
        Rollout failed = service.primary();
        DeploymentRecord record = failed.record();
        if (failed.state() == Rollout.State.IN_PROGRESS) {
            failed.move(Rollout.State.FAILED, why, now);
        }
        if (service.lastCompleted().isEmpty()) {
            record.finish(ServiceDeploymentStatus.STOPPED, "There is no revision to roll back to.", now);
            return;
        }
        Revision last = service.lastCompleted().get();
        record.rollBackTo(last, why, now);
        Rollout former = service.rollouts().stream()
                .filter(rollout -> rollout.revision().is(last))
                .findFirst()
                .orElseGet(() -> new Rollout("ecs-svc/" + ids.digits(), last, record, RolloutFault.NONE, now));
        former.resumeFor(record, now);
        service.rollouts().remove(former);
        service.rollouts().addFirst(former);
        service.settings(service.settings().toBuilder()
                .taskDefinition(last.taskDefinition().taskDefinitionArn())
                .build());
        service.event(ids.uuid(), "rolling back to deployment " + former.id() + ".", now);
        reconcile(service);
    }

    /** Starts what is missing, stops what is too much, and completes the deployment when nothing is left to do. */
    void reconcile(EcsService service) {
        Rollout primary = service.primary();
        boolean waiting =
                switch (primary.record().status()) {
                    case PENDING, STOP_REQUESTED, ROLLBACK_REQUESTED -> true;
                    case IN_PROGRESS,
                            ROLLBACK_IN_PROGRESS,
                            SUCCESSFUL,
                            STOPPED,
                            ROLLBACK_SUCCESSFUL,
                            ROLLBACK_FAILED,
                            UNKNOWN_TO_SDK_VERSION -> false;
                };
        if (!service.active() || waiting) {
            return;
        }
        stopSurplus(service, primary);
        stopReplaced(service, primary);
        startMissing(service, primary);
        completeIfDone(service, primary);
    }

    private void startMissing(EcsService service, Rollout primary) {
        if (primary.state() == Rollout.State.FAILED || simulation.instant().isBefore(primary.retryAt())) {
            return;
        }
        int most =
                percentOf(service.desired(), service.deploymentConfiguration().maximumPercent(), false);
        int live = service.live().size();
        int missing = service.desired() - liveOf(service, primary).size();
        int starting = Math.min(missing, Math.max(most, service.desired()) - live);
        for (int i = 0; i < starting; i++) {
            tasks.start(service, primary, this);
        }
        if (starting > 0) {
            service.event(ids.uuid(), "has started " + starting + " tasks.", simulation.instant());
        }
    }

    private void stopSurplus(EcsService service, Rollout primary) {
        List<SimTask> mine = liveOf(service, primary);
        List<SimTask> leastReadyFirst = java.util.stream.Stream.concat(
                        mine.reversed().stream().filter(task -> !task.healthy()),
                        mine.reversed().stream().filter(SimTask::healthy))
                .toList();
        leastReadyFirst.stream()
                .limit(Math.max(0, mine.size() - service.desired()))
                .forEach(task -> tasks.stop(service, task, StopCause.SCALED_IN, this));
    }

    private void stopReplaced(EcsService service, Rollout primary) {
        DeploymentConfiguration configuration = service.deploymentConfiguration();
        int least = percentOf(service.desired(), configuration.minimumHealthyPercent(), true);
        for (SimTask task : service.live()) {
            boolean replaced = task.rollout() != primary;
            if (replaced && (!task.healthy() || service.healthy() - 1 >= least)) {
                tasks.stop(service, task, StopCause.SCALED_IN, this);
            }
        }
    }

    private static int percentOf(int count, int percent, boolean up) {
        return up ? Math.ceilDiv(count * percent, PERCENT) : count * percent / PERCENT;
    }

    private static List<SimTask> liveOf(EcsService service, Rollout rollout) {
        return service.live().stream().filter(task -> task.rollout() == rollout).toList();
    }

    private void completeIfDone(EcsService service, Rollout primary) {
        boolean othersGone = service.tasks().stream()
                .noneMatch(task -> task.rollout() != primary && task.status() != SimTask.Status.STOPPED);
        long healthy =
                liveOf(service, primary).stream().filter(SimTask::healthy).count();
        if (!othersGone || healthy != service.desired() || primary.state() == Rollout.State.FAILED) {
            return;
        }
        Instant now = simulation.instant();
        if (primary.state() == Rollout.State.IN_PROGRESS) {
            primary.move(Rollout.State.COMPLETED, "ECS deployment " + primary.id() + " completed.", now);
            boolean rolledBack = primary.record().status() == ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS;
            primary.record()
                    .finish(
                            rolledBack
                                    ? ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL
                                    : ServiceDeploymentStatus.SUCCESSFUL,
                            primary.record().reason().orElse(null),
                            now);
            service.completed(primary.revision());
            service.rollouts().removeIf(rollout -> rollout != primary);
            service.event(ids.uuid(), "(deployment " + primary.id() + ") deployment completed.", now);
        }
        if (!service.steady()) {
            service.steady(true);
            service.event(ids.uuid(), "has reached a steady state.", now);
        }
    }
}
