package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.rightsizing.Choice.Priced;
import java.util.List;
import java.util.Optional;

/**
 * Advises a size and a count: a pure function of usage, constraints and prices.
 *
 * <p>The advice is the cheapest that keeps all but the accepted minutes within the budget, carries the peaks with as
 * much headroom as daily peaks vary, and is never smaller than what was once used up. It is enlarged for sustained
 * load, growth and censoring, never for headroom alone.
 */
public final class SizeAdviser {

    private static final double MINUTES_PER_MONTH = PriceTable.HOURS_PER_MONTH * 60;
    private static final double CPU_PER_VCPU = 1024;
    private static final double MIB_PER_GIB = 1024;

    private final PriceTable prices;

    public SizeAdviser(PriceTable prices) {
        this.prices = prices;
    }

    /**
     * Advises on one service.
     *
     * @param usage what was measured
     * @param constraints what the service is and may become
     * @return the advice; finding {@link Finding#UNKNOWN} and no change where the data does not carry one
     */
    public Advice advise(ServiceUsage usage, SizingConstraints constraints) {
        Demand demand = Demand.of(usage, constraints);
        Optional<ReasonCode> unknown = unknown(usage, constraints, demand);
        if (unknown.isPresent()) {
            return unknown(unknown.get(), demand, constraints);
        }
        Chooser chooser = chooser(demand, constraints);
        Choice choice = chooser.choose(demand);
        WalkForward walk = Walk.through(demand, chooser, constraints);
        Trend trend = choice.need().cpu().trend();
        DemandPattern pattern = new DemandPattern(
                Rhythm.daily(demand), Rhythm.weekly(demand), trend.growthPerWeek(), trend.levelShift());
        List<Reason> reasons = Explanation.of(demand, constraints, choice, pattern, walk);
        Confidence confidence = Assessment.confidence(demand, walk);
        Sizing current = current(choice.current(), constraints);
        Sizing advised = choice.finding() == Finding.RIGHT || choice.sameAsCurrent()
                ? current
                : sizing(choice.advised(), constraints);
        return new Advice(
                choice.finding(),
                reasons,
                Assessment.risk(choice, reasons, confidence, walk),
                current,
                advised,
                stranded(choice, constraints),
                choice.others().stream()
                        .map(other -> alternative(other, demand, constraints))
                        .toList(),
                pattern,
                walk,
                data(demand),
                confidence,
                prices.description());
    }

    private static Optional<ReasonCode> unknown(ServiceUsage usage, SizingConstraints constraints, Demand demand) {
        if (constraints.resizes() == Resizes.UNRESOLVED) {
            return Optional.of(ReasonCode.RESIZE_UNRESOLVED);
        }
        Series running = usage.runningTasks();
        boolean noneRan = !running.isEmpty() && running.max() == 0;
        if (constraints.tasks() == 0 || noneRan) {
            return Optional.of(ReasonCode.NO_TASKS);
        }
        return Enough.ofData(demand);
    }

    private Advice unknown(ReasonCode code, Demand demand, SizingConstraints constraints) {
        Chooser chooser = chooser(demand, constraints);
        Sizing current =
                current(chooser.price(Fleet.steady(constraints.size(), constraints.tasks()), false), constraints);
        return new Advice(
                Finding.UNKNOWN,
                List.of(new Reason(code, code.sentence())),
                Risk.HIGH,
                current,
                current,
                Stranded.NONE,
                List.of(),
                DemandPattern.NONE,
                WalkForward.NONE,
                data(demand),
                Confidence.NONE,
                prices.description());
    }

    private Chooser chooser(Demand demand, SizingConstraints constraints) {
        Tracking tracking = new Tracking(demand, constraints.budgets().cpuPercent());
        return new Chooser(prices, constraints, tracking);
    }

    private static DataUsed data(Demand demand) {
        int present = demand.present();
        return new DataUsed(
                present,
                demand.span() - present,
                demand.censoredCount(),
                demand.period().multipliedBy(demand.span()),
                demand.period());
    }

    /** What runs, with the count of now, and priced with the average count. */
    private static Sizing current(Priced priced, SizingConstraints constraints) {
        int tasks = constraints.count() instanceof TaskCount.Tracked
                ? (int) Math.ceil(priced.fleet().meanTasks())
                : constraints.tasks();
        return new Sizing(
                constraints.size().cpuUnits(), constraints.size().memoryMib(), tasks, Money.ofUsd(priced.usd()));
    }

    private static Sizing sizing(Priced priced, SizingConstraints constraints) {
        TaskSize size = priced.fleet().size();
        int tasks =
                switch (constraints.count()) {
                    case TaskCount.Driven ignored -> constraints.tasks();
                    case TaskCount.Tracked ignored ->
                        (int) Math.ceil(priced.fleet().meanTasks());
                    case TaskCount.Fixed ignored -> (int) priced.fleet().meanTasks();
                    case TaskCount.Bounded ignored -> (int) priced.fleet().meanTasks();
                };
        return new Sizing(size.cpuUnits(), size.memoryMib(), tasks, Money.ofUsd(priced.usd()));
    }

    private static Alternative alternative(Priced priced, Demand demand, SizingConstraints constraints) {
        Judgement judgement =
                Judgement.of(demand, priced.fleet(), constraints.budgets().cpuPercent(), 0, demand.size());
        return new Alternative(
                sizing(priced, constraints),
                Math.round(MINUTES_PER_MONTH * judgement.overBudget() / judgement.samples()),
                Math.round(MINUTES_PER_MONTH * judgement.throttled() / judgement.samples()),
                priced.fits());
    }

    private Stranded stranded(Choice choice, SizingConstraints constraints) {
        Fleet fleet = choice.current().fleet();
        double tasks = fleet.meanTasks();
        double used = choice.need().cpu().burst().height();
        double ofOneTask = constraints.count() instanceof TaskCount.Driven ? tasks : 1;
        double units = Math.max(0, fleet.size().cpuUnits() * tasks - used * ofOneTask);
        MemoryNeed memory = choice.need().memory();
        double mib = memory.measured() ? Math.max(0, fleet.size().memoryMib() - memory.peak()) * tasks : 0;
        return new Stranded(
                units / CPU_PER_VCPU,
                mib / MIB_PER_GIB,
                prices.monthlyCost((int) units, (int) mib, 1, constraints.architecture(), constraints.spotShare()));
    }
}
