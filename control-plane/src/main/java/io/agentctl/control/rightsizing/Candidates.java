package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.FargateSizes;
import io.agentctl.control.fargate.TaskSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fleets that may be advised: for every CPU value and every count within the bounds, the least memory that fits.
 */
final class Candidates {

    /** What is in force may be this much over the budget before it is changed, so that advice does not flap. */
    private static final double BAND = 1.03;

    /** Tracking is late by nature: of the minutes accepted above the budget, one in twenty may outrun it. */
    private static final double OUTRUN = 0.05;

    /** How far the count of the tracking model is believed to be off at most. */
    private static final double MOST_CORRECTION = 2;

    /** Percentages are rounded where they are written down; half a MiB is not worth the next size. */
    private static final double ROUNDING_MIB = 0.5;

    private final Demand demand;
    private final SizingConstraints constraints;
    private final Need need;
    private final Tracking tracking;
    private final double correction;

    Candidates(Demand demand, SizingConstraints constraints, Need need, Tracking tracking) {
        this.demand = demand;
        this.constraints = constraints;
        this.need = need;
        this.tracking = tracking;
        this.correction = correction();
    }

    /** What runs now; under tracking, what it would run with the size in force. */
    Fleet current() {
        return switch (constraints.count()) {
            case TaskCount.Fixed fixed -> Fleet.steady(constraints.size(), fixed.tasks());
            case TaskCount.Bounded ignored -> Fleet.steady(constraints.size(), constraints.tasks());
            case TaskCount.Driven ignored -> Fleet.oneOf(constraints.size(), demand.meanTasks());
            case TaskCount.Tracked tracked -> moving(constraints.size(), tracked);
        };
    }

    /** A size and a count of one's own; where the count moves, it moves with the size. */
    Fleet at(TaskSize size, int tasks) {
        return switch (constraints.count()) {
            case TaskCount.Fixed ignored -> Fleet.steady(size, tasks);
            case TaskCount.Bounded ignored -> Fleet.steady(size, tasks);
            case TaskCount.Driven ignored -> Fleet.oneOf(size, demand.meanTasks());
            case TaskCount.Tracked tracked -> moving(size, tracked);
        };
    }

    /** True if what runs now is enough. */
    boolean currentFits() {
        Fleet current = current();
        double units = Math.max(
                need.cpu().byBudget() / BAND,
                Math.max(need.cpu().byPeak(), need.cpu().byCensoring()));
        return hasCpu(current, units) && hasMemory(current) && enoughTasks(current);
    }

    /** All fleets of a CPU value that are enough. */
    List<Fleet> fitting(int cpuUnits) {
        List<Fleet> fleets = new ArrayList<>();
        for (Fleet fleet : withoutMemory(cpuUnits)) {
            if (hasCpu(fleet, need.cpu().most())) {
                leastMemory(fleet).ifPresent(fleets::add);
            }
        }
        return fleets;
    }

    /** The nearest to enough that a CPU value offers: the most tasks that may run, or the count that runs now. */
    Fleet nearest(int cpuUnits, int tasks) {
        TaskSize largest = largest(cpuUnits);
        Fleet fleet =
                switch (constraints.count()) {
                    case TaskCount.Fixed fixed -> Fleet.steady(largest, fixed.tasks());
                    case TaskCount.Bounded bounded ->
                        Fleet.steady(largest, Math.clamp(tasks, bounded.least(), bounded.most()));
                    case TaskCount.Driven ignored -> Fleet.oneOf(largest, demand.meanTasks());
                    case TaskCount.Tracked tracked -> moving(largest, tracked);
                };
        return leastMemory(fleet).orElse(fleet);
    }

    boolean hasMemory(Fleet fleet) {
        return fleet.size().memoryMib() + ROUNDING_MIB >= memoryOf(fleet);
    }

    private boolean enoughTasks(Fleet fleet) {
        return switch (constraints.count()) {
            case TaskCount.Bounded bounded -> fleet.meanTasks() >= bounded.least();
            case TaskCount.Fixed ignored -> true;
            case TaskCount.Driven ignored -> true;
            case TaskCount.Tracked ignored -> true;
        };
    }

    private List<Fleet> withoutMemory(int cpuUnits) {
        TaskSize size = largest(cpuUnits);
        return switch (constraints.count()) {
            case TaskCount.Fixed fixed -> List.of(Fleet.steady(size, fixed.tasks()));
            case TaskCount.Bounded bounded -> steady(size, bounded);
            case TaskCount.Driven ignored -> List.of(Fleet.oneOf(size, demand.meanTasks()));
            case TaskCount.Tracked tracked -> List.of(moving(size, tracked));
        };
    }

    /**
     * Counts from the fewest that carry the load up to those that run now, for more tasks may do with less memory each.
     */
    private List<Fleet> steady(TaskSize size, TaskCount.Bounded bounded) {
        int fewest = (int) Math.max(bounded.least(), Math.ceil(need.cpu().most() / size.cpuUnits() - 1e-9));
        int most = Math.min(bounded.most(), Math.max(fewest, constraints.tasks()));
        List<Fleet> fleets = new ArrayList<>();
        for (int tasks = fewest; tasks <= most; tasks++) {
            fleets.add(Fleet.steady(size, tasks));
        }
        return fleets;
    }

    private boolean hasCpu(Fleet fleet, double units) {
        return switch (constraints.count()) {
            case TaskCount.Tracked tracked ->
                fleet.size().cpuUnits() * (double) tracked.most() >= units && tracksWell(fleet, tracked);
            case TaskCount.Fixed ignored -> fleet.capacity(0) >= units;
            case TaskCount.Bounded ignored -> fleet.capacity(0) >= units;
            case TaskCount.Driven ignored -> fleet.capacity(0) >= units;
        };
    }

    private boolean tracksWell(Fleet fleet, TaskCount.Tracked tracked) {
        Judgement judgement = tracking.run(fleet.size().cpuUnits(), tracked).judgement(demand.size());
        double accepted = constraints.appetite().acceptedShare() * judgement.samples();
        return judgement.overBudget() <= accepted && judgement.throttled() <= accepted * OUTRUN;
    }

    /** A tracked fleet, its average count corrected by how far the tasks that ran differ from those expected. */
    private Fleet moving(TaskSize size, TaskCount.Tracked tracked) {
        double tasks = Math.clamp(expected(size, tracked) * correction, tracked.least(), tracked.most());
        return Fleet.moving(size, tracking.run(size.cpuUnits(), tracked).counts(), tasks);
    }

    private double correction() {
        if (!(constraints.count() instanceof TaskCount.Tracked tracked) || !demand.tasksMeasured()) {
            return 1;
        }
        double ratio = demand.meanTasks() / expected(constraints.size(), tracked);
        return Math.clamp(ratio, 1 / MOST_CORRECTION, MOST_CORRECTION);
    }

    private double expected(TaskSize size, TaskCount.Tracked tracked) {
        return tracking.run(size.cpuUnits(), tracked).meanCount(demand.size());
    }

    private double memoryOf(Fleet fleet) {
        return constraints.count() instanceof TaskCount.Driven
                ? need.memory().mib()
                : need.memory().perTask(tasksNow(), fleet.meanTasks());
    }

    private double tasksNow() {
        return constraints.count() instanceof TaskCount.Tracked ? demand.meanTasks() : constraints.tasks();
    }

    private Optional<Fleet> leastMemory(Fleet fleet) {
        double mib = memoryOf(fleet);
        for (TaskSize size : FargateSizes.all(constraints.operatingSystem())) {
            if (size.cpuUnits() == fleet.size().cpuUnits() && size.memoryMib() + ROUNDING_MIB >= mib) {
                return Optional.of(fleet.withSize(size));
            }
        }
        return Optional.empty();
    }

    private TaskSize largest(int cpuUnits) {
        return FargateSizes.all(constraints.operatingSystem()).stream()
                .filter(size -> size.cpuUnits() == cpuUnits)
                .reduce((smaller, larger) -> larger)
                .orElseThrow();
    }
}
