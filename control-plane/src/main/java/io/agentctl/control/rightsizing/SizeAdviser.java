package io.agentctl.control.rightsizing;

import io.agentctl.control.metrics.Quantiles;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.PriceTable;
import java.time.Duration;
import java.util.List;

/** Advises a size and a count: a pure function of usage, constraints and prices. */
public final class SizeAdviser {

    private static final double PERCENT = 100;

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
        Series cpu = usage.cpuAverage();
        Sizing current = sizing(constraints.size(), constraints.tasks(), constraints);
        DataUsed data = new DataUsed(
                cpu.present(), cpu.size() - cpu.present(), 0, Duration.between(cpu.start(), cpu.end()), cpu.period());
        if (cpu.present() < 300 || constraints.tasks() == 0) {
            return advice(Finding.UNKNOWN, ReasonCode.TOO_FEW_POINTS, current, current, data);
        }
        double total = (double) constraints.size().cpuUnits() * constraints.tasks() / PERCENT;
        double[] sorted = cpu.sorted();
        double need = Math.max(
                sorted[sorted.length - 1] * total,
                Quantiles.of(sorted, 1 - constraints.appetite().acceptedShare())
                        * total
                        / constraints.budgets().cpuPercent()
                        * PERCENT);
        double memory = usage.memoryAverage().isEmpty()
                ? constraints.size().memoryMib()
                : usage.memoryAverage().max()
                        * constraints.size().memoryMib()
                        / constraints.budgets().memoryPercent();
        Sizing best = current;
        double least = Double.POSITIVE_INFINITY;
        for (TaskSize size : FargateSizes.all(constraints.operatingSystem())) {
            int tasks = Math.max(constraints.count().least(), (int) Math.ceil(need / size.cpuUnits()));
            Sizing candidate = sizing(size, tasks, constraints);
            double price = candidate.monthlyCost().usd().doubleValue();
            if (tasks <= constraints.count().most() && size.memoryMib() >= memory && price < least) {
                best = candidate;
                least = price;
            }
        }
        int change = best.monthlyCost().compareTo(current.monthlyCost());
        if (change == 0) {
            return advice(Finding.RIGHT, ReasonCode.FITS, current, current, data);
        }
        return change < 0
                ? advice(Finding.OVER, ReasonCode.CPU_IDLE, current, best, data)
                : advice(Finding.UNDER, ReasonCode.CPU_OVER_BUDGET, current, best, data);
    }

    private Sizing sizing(TaskSize size, int tasks, SizingConstraints constraints) {
        Money cost = prices.monthlyCost(
                size.cpuUnits(), size.memoryMib(), tasks, constraints.architecture(), constraints.spotShare());
        return new Sizing(size.cpuUnits(), size.memoryMib(), tasks, cost);
    }

    private Advice advice(Finding finding, ReasonCode code, Sizing current, Sizing advised, DataUsed data) {
        return new Advice(
                finding,
                List.of(new Reason(code, code.sentence())),
                Risk.MEDIUM,
                current,
                advised,
                Stranded.NONE,
                List.of(),
                DemandPattern.NONE,
                WalkForward.NONE,
                data,
                Confidence.LOW,
                prices.description());
    }
}
