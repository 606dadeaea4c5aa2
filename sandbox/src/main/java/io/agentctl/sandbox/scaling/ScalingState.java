package io.agentctl.sandbox.scaling;

import io.agentctl.sandbox.ecs.EcsState;
import io.agentctl.sandbox.ecs.ServiceHandle;
import io.agentctl.sandbox.workload.Aggregate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTargetAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** Every scalable target, and how they move their services. To be used inside the simulation's lock. */
public final class ScalingState {
    private static final String PREFIX = "service/";

    private final EcsState ecs;
    private final Map<String, TargetRecord> targets = new TreeMap<>();

    /** No targets yet. */
    public ScalingState(EcsState ecs) {
        this.ecs = ecs;
    }

    EcsState ecs() {
        return ecs;
    }

    Map<String, TargetRecord> targets() {
        return targets;
    }

    /** The service that a resource id, {@code service/CLUSTER/NAME}, names, if it is ACTIVE. */
    Optional<ServiceHandle> service(String resourceId) {
        String[] parts = resourceId
                .substring(resourceId.startsWith(PREFIX) ? PREFIX.length() : 0)
                .split("/", -1);
        return parts.length == 2 ? ecs.activeService(parts[0], parts[1]) : Optional.empty();
    }

    /** Pulls a service's count into its bounds, as every registration does at once. */
    void pullIntoBounds(TargetRecord record, String cause) {
        service(record.target().resourceId())
                .ifPresent(service -> scale(record, service, record.clamp(service.desired()), cause));
    }

    private void scale(TargetRecord record, ServiceHandle service, int count, String cause) {
        if (count != service.desired()) {
            service.scale(count);
            record.activity(count, cause, ecs.simulation().instant());
        }
    }

    /**
     * Lets a minute pass: scheduled actions that are due set bounds, then policies move counts.
     *
     * @param minute the minute that has just passed, since the epoch
     */
    public void minutePassed(long minute) {
        for (TargetRecord record : targets.values()) {
            runScheduled(record, minute + 1);
            service(record.target().resourceId()).ifPresent(service -> track(record, service, minute));
        }
    }

    private void runScheduled(TargetRecord record, long minute) {
        if (record.target().suspendedState().scheduledScalingSuspended()) {
            return;
        }
        for (ScheduledAction action : record.actions().values()) {
            boolean within = (action.startTime() == null
                            || minute * 60 >= action.startTime().getEpochSecond())
                    && (action.endTime() == null
                            || minute * 60 <= action.endTime().getEpochSecond());
            if (within && Schedule.parse(action.schedule(), action.timezone()).firesAt(minute)) {
                ScalableTargetAction bounds = action.scalableTargetAction();
                ScalableTarget.Builder changed = record.target().toBuilder();
                if (bounds.minCapacity() != null) {
                    changed.minCapacity(bounds.minCapacity());
                }
                if (bounds.maxCapacity() != null) {
                    changed.maxCapacity(bounds.maxCapacity());
                }
                record.target(changed.build());
                pullIntoBounds(record, "scheduled action name " + action.scheduledActionName() + " was triggered");
            }
        }
    }

    private void track(TargetRecord record, ServiceHandle service, long minute) {
        Proposal proposal = new Proposal();
        for (TargetRecord.PolicyRecord policy : record.policies().values()) {
            Aggregate sample = new Aggregate();
            service.utilization().collect(policy.tracker().target().resource(), minute, 1, minute + 1, sample);
            int running = (int) Math.round(sample.count());
            OptionalInt wanted = policy.tracker().observe(minute, sample.average(), running);
            proposal.add(policy, wanted, service.desired());
        }
        SuspendedState suspended = record.target().suspendedState();
        int current = service.desired();
        int wanted = record.clamp(proposal.count(current));
        boolean allowed = wanted > current
                ? !suspended.dynamicScalingOutSuspended()
                // Scale-in waits for a deployment; scale-out goes on.
                : !suspended.dynamicScalingInSuspended() && !service.deploying();
        if (wanted != current && allowed && !record.policies().isEmpty()) {
            proposal.scaled(minute, wanted > current);
            scale(record, service, wanted, proposal.cause());
        }
    }

    /**
     * Registers a target that is there from the beginning.
     *
     * @param resourceId {@code service/CLUSTER/NAME}
     * @param bounds least and most tasks
     * @param policies what is tracked, by policy name
     * @param at when it was registered
     */
    public void seed(String resourceId, Bounds bounds, Map<String, TargetTracker.Target> policies, Instant at) {
        ScalableTarget target = TargetOperations.newTarget(ecs.arns(), resourceId, at).toBuilder()
                .minCapacity(bounds.least())
                .maxCapacity(bounds.most())
                .build();
        TargetRecord record = new TargetRecord(target);
        targets.put(resourceId, record);
        policies.forEach((name, tracked) -> record.policies()
                .put(
                        name,
                        new TargetRecord.PolicyRecord(
                                PolicyFactory.policy(target, name, tracked, at), new TargetTracker(tracked))));
    }

    /**
     * Least and most tasks.
     *
     * @param least not negative
     * @param most not below the least
     */
    public record Bounds(int least, int most) {
        /** Validates. */
        public Bounds {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException("min must not be negative nor above max: " + least + ", " + most);
            }
        }
    }
}
