package io.agentctl.sandbox.scaling;

import io.agentctl.sandbox.ecs.Arns;
import io.agentctl.sandbox.ecs.EcsState;
import io.agentctl.sandbox.ecs.ServiceHandle;
import io.agentctl.sandbox.table.CapacityHandle;
import io.agentctl.sandbox.table.TableState;
import io.agentctl.sandbox.time.Simulation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTargetAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** Every scalable target, and how they move what they scale. To be used inside the simulation's lock. */
public final class ScalingState {
    private static final String PREFIX = "service/";
    private static final int SECONDS_PER_MINUTE = 60;

    private final EcsState ecs;
    private final TableState tables;
    private final Map<String, TargetRecord> targets = new TreeMap<>();

    /** No targets yet. */
    public ScalingState(EcsState ecs, TableState tables) {
        this.ecs = ecs;
        this.tables = tables;
        tables.onScalingLost(table -> targets.values().removeIf(record -> ofTable(record, table)));
    }

    private static boolean ofTable(TargetRecord record, String table) {
        String resourceId = record.target().resourceId();
        return resourceId.equals("table/" + table) || resourceId.startsWith("table/" + table + "/");
    }

    Simulation simulation() {
        return ecs.simulation();
    }

    Arns arns() {
        return ecs.arns();
    }

    Map<String, TargetRecord> targets() {
        return targets;
    }

    /** Whether there is what a resource id names. */
    boolean exists(Quantity quantity, String resourceId) {
        return quantity.ofTables()
                ? tables.capacity(resourceId).isPresent()
                : service(resourceId).isPresent();
    }

    /** The service that a resource id, {@code service/CLUSTER/NAME}, names, if it is ACTIVE. */
    private Optional<ServiceHandle> service(String resourceId) {
        String[] parts = resourceId
                .substring(resourceId.startsWith(PREFIX) ? PREFIX.length() : 0)
                .split("/", -1);
        return parts.length == 2 ? ecs.activeService(parts[0], parts[1]) : Optional.empty();
    }

    /** What a target scales, if there is anything to scale: a table on demand has nothing. */
    private Optional<Scalable> scalable(TargetRecord record) {
        Quantity quantity = record.quantity();
        String resourceId = record.target().resourceId();
        return quantity.ofTables()
                ? tables.capacity(resourceId)
                        .filter(capacity ->
                                capacity.provisioned(quantity.reads()).isPresent())
                        .map(capacity -> new Scalable.Units(capacity, quantity.reads()))
                : service(resourceId).map(Scalable.Tasks::new);
    }

    /** Pulls a number into its bounds, as every registration does at once. */
    void pullIntoBounds(TargetRecord record, String cause) {
        scalable(record).ifPresent(scaled -> scale(record, scaled, record.clamp(scaled.current()), cause));
    }

    private boolean scale(TargetRecord record, Scalable scaled, int count, String cause) {
        if (count == scaled.current()) {
            return false;
        }
        Optional<String> refusal = scaled.scale(count);
        record.activity(count, cause, ecs.simulation().instant(), refusal);
        return refusal.isEmpty();
    }

    /**
     * Lets a minute pass: scheduled actions that are due set bounds, then policies move counts.
     *
     * @param minute the minute that has just passed, since the epoch
     */
    public void minutePassed(long minute) {
        for (TargetRecord record : targets.values()) {
            runScheduled(record, minute + 1);
            scalable(record).ifPresent(scaled -> track(record, scaled, minute));
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

    private void track(TargetRecord record, Scalable scaled, long minute) {
        Proposal proposal = proposal(record, scaled, minute);
        SuspendedState suspended = record.target().suspendedState();
        int current = scaled.current();
        int wanted = record.clamp(proposal.count(current));
        boolean allowed = wanted > current
                ? !suspended.dynamicScalingOutSuspended()
                // Scale-in waits for a deployment; scale-out goes on.
                : !suspended.dynamicScalingInSuspended() && !scaled.holdsScaleIn();
        if (wanted != current
                && allowed
                && !record.policies().isEmpty()
                && scale(record, scaled, wanted, proposal.cause())) {
            proposal.scaled(minute, wanted > current);
        }
    }

    private static Proposal proposal(TargetRecord record, Scalable scaled, long minute) {
        Proposal proposal = new Proposal();
        for (TargetRecord.PolicyRecord policy : record.policies().values()) {
            Scalable.Observation seen = scaled.observe(policy.tracker().target().metric(), minute);
            OptionalInt wanted = policy.tracker().observe(minute, seen.utilization(), seen.running());
            proposal.add(policy, wanted, scaled.current());
        }
        return proposal;
    }

    /**
     * Registers a service's target that is there from the beginning.
     *
     * @param resourceId {@code service/CLUSTER/NAME}
     * @param bounds least and most tasks
     * @param policies what is tracked, by policy name
     * @param at when it was registered
     */
    public void seed(String resourceId, Bounds bounds, Map<String, TargetTracker.Target> policies, Instant at) {
        seed(Quantity.TASKS, resourceId, bounds, policies, at);
    }

    /**
     * Registers a target of a table or an index that is there from the beginning.
     *
     * @param resourceId {@code table/NAME} or {@code table/NAME/index/NAME}
     * @param reads whether it is about reads, not writes
     * @param bounds least and most units
     * @param percent the utilization to keep
     * @param at when it was registered
     */
    public void seedTable(String resourceId, boolean reads, Bounds bounds, double percent, Instant at) {
        boolean index = resourceId.contains("/index/");
        Quantity quantity = reads
                ? (index ? Quantity.INDEX_READS : Quantity.TABLE_READS)
                : (index ? Quantity.INDEX_WRITES : Quantity.TABLE_WRITES);
        Tracked tracked = reads ? Tracked.READ_CAPACITY : Tracked.WRITE_CAPACITY;
        TargetTracker.Target target = new TargetTracker.Target(tracked, percent, 0, 0, true);
        // As the console names it.
        seed(quantity, resourceId, bounds, Map.of("$" + tracked.wireName() + ":" + resourceId, target), at);
    }

    /**
     * Lets the throughput of tables and indexes follow its use from a past time to now, subject to the usual limits.
     */
    public void replayTables(Instant from) {
        List<TargetRecord> records = targets.values().stream()
                .filter(record -> record.quantity().ofTables())
                .toList();
        if (records.isEmpty()) {
            return;
        }
        long end = Math.floorDiv(simulation().instant().getEpochSecond(), (long) SECONDS_PER_MINUTE);
        for (long minute = Math.floorDiv(from.getEpochSecond(), (long) SECONDS_PER_MINUTE); minute < end; minute++) {
            for (TargetRecord record : records) {
                replay(record, minute);
            }
        }
    }

    private void replay(TargetRecord record, long minute) {
        boolean reads = record.quantity().reads();
        CapacityHandle capacity = tables.capacity(record.target().resourceId()).orElseThrow();
        Scalable scaled = new Scalable.Units(capacity, reads);
        Proposal proposal = proposal(record, scaled, minute);
        int current = scaled.current();
        int wanted = record.clamp(proposal.count(current));
        if (wanted != current) {
            Instant at = Instant.ofEpochSecond((minute + 1) * SECONDS_PER_MINUTE);
            Optional<String> refusal = capacity.provisionInPast(reads, wanted, at);
            record.activity(wanted, proposal.cause(), at, refusal);
            if (refusal.isEmpty()) {
                proposal.scaled(minute, wanted > current);
            }
        }
    }

    private void seed(
            Quantity quantity,
            String resourceId,
            Bounds bounds,
            Map<String, TargetTracker.Target> policies,
            Instant at) {
        ScalableTarget target = TargetOperations.newTarget(quantity, arns(), resourceId, at).toBuilder()
                .minCapacity(bounds.least())
                .maxCapacity(bounds.most())
                .build();
        TargetRecord record = new TargetRecord(quantity, target);
        targets.put(quantity.key(resourceId), record);
        policies.forEach((name, tracked) -> record.policies()
                .put(
                        name,
                        new TargetRecord.PolicyRecord(
                                PolicyFactory.policy(target, name, tracked, at), new TargetTracker(tracked))));
    }

    /**
     * Least and most tasks or units.
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
