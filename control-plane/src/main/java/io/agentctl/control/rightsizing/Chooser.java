package io.agentctl.control.rightsizing;

import io.agentctl.control.fargate.FargateSizes;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.rightsizing.Choice.Priced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the cheapest fleet that is enough, over all CPU values, memories and counts at once. */
final class Chooser {

    private final PriceTable prices;
    private final SizingConstraints constraints;
    private final Tracking tracking;

    Chooser(PriceTable prices, SizingConstraints constraints, Tracking tracking) {
        this.prices = prices;
        this.constraints = constraints;
        this.tracking = tracking;
    }

    Choice choose(Demand demand) {
        Need need = Need.of(demand, constraints);
        Candidates candidates = new Candidates(demand, constraints, need, tracking);
        Priced current = price(candidates.current(), candidates.currentFits());
        List<Priced> byCpu = new ArrayList<>();
        for (int cpuUnits : FargateSizes.cpuUnits(constraints.operatingSystem())) {
            byCpu.add(candidates.fitting(cpuUnits).stream()
                    .map(fleet -> price(fleet, true))
                    .min(cheapest())
                    .orElseGet(() -> price(candidates.nearest(cpuUnits, constraints.tasks()), false)));
        }
        List<Priced> fitting = byCpu.stream().filter(Priced::fits).toList();
        Priced best = fitting.isEmpty()
                ? largest(candidates)
                : fitting.stream().min(cheapest()).orElseThrow();
        List<Priced> others = byCpu.stream()
                .filter(priced -> priced.fleet() != best.fleet())
                .sorted(Comparator.comparingDouble(Priced::usd))
                .toList();
        return new Choice(need, current, current.fits(), best, best.fits(), others);
    }

    Priced price(Fleet fleet, boolean fits) {
        double usd = prices.monthlyUsd(
                fleet.size().cpuUnits(),
                fleet.size().memoryMib(),
                fleet.meanTasks(),
                constraints.architecture(),
                constraints.spotShare());
        return new Priced(fleet, usd, fits);
    }

    /** Nothing is enough: the most that the bounds allow, with memory that is enough if any is. */
    private Priced largest(Candidates candidates) {
        return FargateSizes.cpuUnits(constraints.operatingSystem()).stream()
                .map(cpuUnits ->
                        price(candidates.nearest(cpuUnits, constraints.count().most()), false))
                .max(Comparator.comparing((Priced priced) -> candidates.hasMemory(priced.fleet()))
                        .thenComparingDouble(priced -> priced.fleet().size().cpuUnits()
                                * priced.fleet().meanTasks())
                        .thenComparingInt(priced -> priced.fleet().size().memoryMib()))
                .orElseThrow();
    }

    /**
     * By price to a hundredth of a cent. At the same price, where the count is ours to choose, the nearest to the count
     * that runs, since each task fewer is more lost with one; then the nearest to the size that runs, then the fewer
     * and larger tasks.
     */
    private Comparator<Priced> cheapest() {
        return Comparator.comparingLong((Priced priced) -> Math.round(priced.usd() * 1e4))
                .thenComparingDouble(this::tasksLost)
                .thenComparing(priced -> !priced.fleet().size().equals(constraints.size()))
                .thenComparing(priced ->
                        priced.fleet().size().cpuUnits() != constraints.size().cpuUnits())
                .thenComparingDouble(priced -> Math.abs(priced.fleet().meanTasks() - constraints.tasks()))
                .thenComparingDouble(priced -> priced.fleet().meanTasks());
    }

    private double tasksLost(Priced priced) {
        return constraints.count() instanceof TaskCount.Bounded
                ? Math.max(0, constraints.tasks() - priced.fleet().meanTasks())
                : 0;
    }
}
