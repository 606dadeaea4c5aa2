package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.PriceTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tries sizes on what one service used: pure. The advice is computed once; a try is one pass over the samples.
 *
 * <p>Where scaling moves the count, the count follows by the same model as in the advice. Not for several threads at
 * once.
 */
public final class SizeTrial {

    private static final double MINUTES_PER_MONTH = PriceTable.HOURS_PER_MONTH * 60;
    private static final double PERCENT = 100;
    private static final double UNITS_PER_VCPU = 1024;
    private static final double MIB_PER_GIB = 1024;

    private final MeasuredService service;
    private final PriceTable prices;
    private final SizingConstraints constraints;
    private final ServiceUsage usage;
    private final Demand demand;
    private final Candidates candidates;
    private final MemoryNeed memory;
    private final ServiceAdvice advice;

    private SizeTrial(
            MeasuredService service,
            PriceTable prices,
            SizingConstraints constraints,
            ServiceUsage usage,
            Demand demand,
            Candidates candidates,
            MemoryNeed memory,
            ServiceAdvice advice) {
        this.service = service;
        this.prices = prices;
        this.constraints = constraints;
        this.usage = usage;
        this.demand = demand;
        this.candidates = candidates;
        this.memory = memory;
        this.advice = advice;
    }

    /**
     * Prepares trials, if the service's tasks have a size that Fargate has.
     *
     * @param lookBack the part of what was read that counts; the latest
     * @param appetite how many minutes over the CPU budget are accepted
     */
    public static Optional<SizeTrial> of(
            MeasuredService service, PriceTable prices, Duration lookBack, RiskAppetite appetite) {
        return service.constraints().map(known -> {
            SizingConstraints constraints = known.with(appetite);
            ServiceUsage usage = service.usage().latest(lookBack);
            Advice advice = new SizeAdviser(prices).advise(usage, constraints);
            ServiceAdvice whole =
                    ServiceAdvice.of(service.name().cluster(), service.name().service(), advice, usage, List.of());
            Demand demand = Demand.of(usage, constraints);
            Need need = Need.of(demand, constraints);
            Candidates candidates = new Candidates(
                    demand,
                    constraints,
                    need,
                    new Tracking(demand, constraints.budgets().cpuPercent()));
            return new SizeTrial(service, prices, constraints, usage, demand, candidates, need.memory(), whole);
        });
    }

    /** What should run, and why. */
    public ServiceAdvice advice() {
        return advice;
    }

    /** What was measured in the look-back. */
    public ServiceUsage usage() {
        return usage;
    }

    /** What it is and may become. */
    public SizingConstraints constraints() {
        return constraints;
    }

    /** True if the user decides how many tasks run. */
    public boolean countIsFree() {
        return !service.scaled();
    }

    /**
     * How a size and a count would have done.
     *
     * @param tasks at least 1; without a meaning where scaling moves the count
     */
    public Tried of(TaskSize size, int tasks) {
        Fleet fleet = candidates.at(size, tasks);
        Judgement judgement = Judgement.of(demand, fleet, constraints.budgets().cpuPercent(), 0, demand.size());
        int samples = Math.max(1, judgement.samples());
        double cpuPeak = cpuPeak(fleet);
        double fullest = memoryPeak(size, tasks);
        Money monthly = Money.ofUsd(prices.monthlyUsd(
                size.cpuUnits(),
                size.memoryMib(),
                fleet.meanTasks(),
                constraints.architecture(),
                constraints.spotShare()));
        int shown = countIsFree() ? tasks : (int) Math.ceil(fleet.meanTasks());
        return new Tried(
                new Sizing(size.cpuUnits(), size.memoryMib(), shown, monthly),
                Math.round(MINUTES_PER_MONTH * judgement.overBudget() / samples),
                Math.round(MINUTES_PER_MONTH * judgement.throttled() / samples),
                cpuPeak,
                fullest,
                risk(judgement, fullest));
    }

    /** The changes that lead there, with what they cost; nothing if it is what runs already. */
    public Optional<ResourcePlan> plan(Tried tried) {
        String why = tried.sizing().size().equals(advice.advised().size())
                        && tried.sizing().tasks() == advice.advised().tasks()
                ? advice.reasons().getFirst().sentence()
                : "chosen by hand: " + tried.minutesOverBudget() + " minutes a month over the CPU budget, "
                        + tried.minutesThrottled() + " throttled on what was measured";
        Sizing now = advice.current();
        List<Change> changes = RightsizingPlanner.changes(
                service.name().resource(),
                now,
                tried.sizing(),
                service.scaled(),
                why,
                tried.risk(),
                tried.sizing().monthlyCost().minus(now.monthlyCost()));
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourcePlan(service.name().resource(), service.fingerprint(), changes));
    }

    /** vCPU that were used, of all tasks together; of one where the count follows something that is not known. */
    public Series cpuUsed() {
        double[] vcpu = new double[demand.size()];
        for (int index = 0; index < vcpu.length; index++) {
            vcpu[index] = demand.load(index) / UNITS_PER_VCPU;
        }
        return Series.of(usage.cpuAverage().start(), demand.period(), vcpu);
    }

    /** GiB that the fullest task used. */
    public Series memoryUsed() {
        double[] gib = Demand.memory(usage, constraints);
        for (int index = 0; index < gib.length; index++) {
            gib[index] /= MIB_PER_GIB;
        }
        return Series.of(usage.cpuAverage().start(), demand.period(), gib);
    }

    /** vCPU that a size and a count have, as {@link #cpuUsed} counts them. */
    public double vcpu(TaskSize size, int tasks) {
        boolean ofOneTask = constraints.count() instanceof TaskCount.Driven;
        return size.cpuUnits() / UNITS_PER_VCPU * (ofOneTask ? 1 : tasks);
    }

    private double cpuPeak(Fleet fleet) {
        double peak = 0;
        for (int index = 0; index < demand.size(); index++) {
            double load = demand.load(index);
            peak = Double.isNaN(load) ? peak : Math.max(peak, load / fleet.capacity(index) * PERCENT);
        }
        return peak;
    }

    private double memoryPeak(TaskSize size, int tasks) {
        if (!memory.measured()) {
            return Double.NaN;
        }
        double mib = countIsFree() ? memory.peakPerTask(constraints.tasks(), tasks) : memory.peak();
        return mib / size.memoryMib() * PERCENT;
    }

    private Risk risk(Judgement judgement, double memoryPeak) {
        double accepted = constraints.appetite().acceptedShare() * judgement.samples();
        if (judgement.throttled() > 0 || memoryPeak >= PERCENT) {
            return Risk.HIGH;
        }
        boolean within = judgement.overBudget() <= accepted
                && !(memoryPeak > constraints.budgets().memoryPercent());
        return within ? Risk.LOW : Risk.MEDIUM;
    }
}
