package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Cheapest;
import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.capacity.simulation.Setting;
import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.capacity.simulation.Setting.Provisioned;
import io.agentctl.control.capacity.simulation.Simulated;
import io.agentctl.control.capacity.simulation.Simulator;
import io.agentctl.control.pricing.UnitPrice;
import io.agentctl.control.scaling.ObservedScaling;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses how one meter of a table that becomes provisioned is provided for. Pure. */
final class MeterChooser {

    /** The least that a meter begins with: enough to answer until scaling has seen its first two minutes. */
    static final int LEAST_SEED = 5;

    /** Of how much more than its peak scaling may make use: what comes may be more than what came. */
    private static final int HEADROOM = 2;

    private static final List<Integer> ROOMY_TARGETS = List.of(50, 60, 80);
    private static final double PERCENT = 100;

    private final ObservedTable table;
    private final Meter meter;
    private final Demand demand;
    private final int most;
    private final AdviceTerms terms;
    private final Simulator simulator;
    private final Cheapest cheapest;

    /**
     * Looks at a meter.
     *
     * @param demand what was asked of it
     * @param most the quota, units a second
     */
    MeterChooser(ObservedTable table, Meter meter, Demand demand, UnitPrice price, int most, AdviceTerms terms) {
        this.table = table;
        this.meter = meter;
        this.demand = demand;
        this.most = most;
        this.terms = terms;
        this.simulator = new Simulator(demand, price);
        this.cheapest = new Cheapest(simulator, terms.mostThrottled(), most);
    }

    MeterChoice choose(ProvisionedWish wish) {
        Provisioned fixed = fixed();
        return switch (wish) {
            case ProvisionedWish.Cheapest ignored -> cheapest(fixed);
            case ProvisionedWish.Fixed ignored ->
                choice(fixed, fixed, kept().orElseGet(this::freelyScaled), "as asked for");
            case ProvisionedWish.Scaled asked -> {
                int target = asked.targetPercent();
                AutoScaled scaled = kept().map(there -> within(there.min(), there.max(), target))
                        .orElseGet(() -> scaledAt(target));
                yield choice(scaled, fixed, scaled, "as asked for");
            }
        };
    }

    private MeterChoice cheapest(Provisioned fixed) {
        Optional<AutoScaled> kept = kept();
        if (kept.isPresent()) {
            return choice(kept.get(), fixed, kept.get(), "it scaled so before");
        }
        AutoScaled scaled = freelyScaled();
        if (!table.replicas().isEmpty() && meter.direction() == Direction.WRITES) {
            return choice(scaled, fixed, scaled, "writes of a global table must scale");
        }
        if (demand.total() == 0) {
            return choice(scaled, fixed, scaled, "nothing was asked of it: the least there is, and room to grow");
        }
        boolean fixedSuffices = suffices(fixed);
        boolean scaledSuffices = suffices(scaled);
        if (fixedSuffices && scaledSuffices) {
            boolean fixedCheaper = run(fixed).usd() <= run(scaled).usd();
            return choice(fixedCheaper ? fixed : scaled, fixed, scaled, "the cheaper one");
        }
        return fixedSuffices
                ? choice(fixed, fixed, scaled, "scaling would throttle more than is allowed")
                : choice(scaled, fixed, scaled, "fixed it would throttle more than is allowed");
    }

    private MeterChoice choice(Setting setting, Provisioned fixed, AutoScaled scaled, String reason) {
        ProvisionedMeter shown = new ProvisionedMeter(
                meter,
                cost(setting),
                suffices(fixed) ? Optional.of(cost(fixed)) : Optional.empty(),
                suffices(scaled) ? Optional.of(cost(scaled)) : Optional.empty(),
                reason);
        return new MeterChoice(setting, units(setting), shown);
    }

    /** What it begins with: its peak at the target, never the 1 that is the least DynamoDB takes. */
    private int units(Setting setting) {
        return switch (setting) {
            case Provisioned fixed -> fixed.units();
            case AutoScaled scaled -> Math.clamp(seed(scaled.targetPercent()), scaled.min(), scaled.max());
            case Setting.OnDemand ignored -> throw new IllegalArgumentException("on demand nothing is provisioned");
        };
    }

    private int seed(int targetPercent) {
        return Math.clamp((long) Math.ceil(demand.peak() * PERCENT / targetPercent), LEAST_SEED, most);
    }

    private Provisioned fixed() {
        int units = cheapest.fixed()
                .map(Simulated::setting)
                .map(setting -> ((Provisioned) setting).units())
                .orElse(most);
        return new Provisioned(Math.clamp(units, LEAST_SEED, most));
    }

    /** What scales it already, its most raised where it would not have sufficed. */
    private Optional<AutoScaled> kept() {
        return table.scaling(meter).filter(one -> one.tracking() != null).map(one -> {
            int target = percent(one);
            return within(one.min(), one.max(), target);
        });
    }

    private AutoScaled within(int min, int max, int target) {
        return new AutoScaled(Math.max(1, min), Math.max(max, seed(target)), target);
    }

    private static int percent(ObservedScaling scaling) {
        return Math.clamp(
                Math.round(scaling.tracking().targetPercent()), AutoScaled.LEAST_TARGET, AutoScaled.MOST_TARGET);
    }

    /**
     * What is cheapest once it has room to grow: the cheapest with any target, or with one of the usual ones. The first
     * may have a target that only its tight bounds keep it from reaching.
     */
    AutoScaled freelyScaled() {
        AutoScaled usual = scaledAt(AutoscalePlanner.USUAL_TARGET);
        if (demand.total() == 0) {
            return usual;
        }
        Stream<AutoScaled> others = Stream.concat(
                ROOMY_TARGETS.stream().map(this::scaledAt),
                cheapest.scaled().stream().map(found -> roomy((AutoScaled) found.setting())));
        return Stream.concat(Stream.of(usual), others)
                .filter(this::suffices)
                .min(Comparator.comparingDouble(setting -> run(setting).usd()))
                .orElse(usual);
    }

    private AutoScaled scaledAt(int target) {
        int seed = seed(target);
        return cheapest.scaledAt(target)
                .map(found -> roomy((AutoScaled) found.setting()))
                .orElseGet(() -> roomy(new AutoScaled(seed, seed, target)));
    }

    private AutoScaled roomy(AutoScaled found) {
        int seed = seed(found.targetPercent());
        return new AutoScaled(
                Math.min(found.min(), seed),
                Math.max(found.max(), Math.min(most, HEADROOM * seed)),
                found.targetPercent());
    }

    boolean suffices(Setting setting) {
        return run(setting).throttledShare() <= terms.mostThrottled();
    }

    SettingCost cost(Setting setting) {
        SettingCost cost = SettingCost.of(run(setting), TableAdviser.measured(demand));
        return new SettingCost(setting.toString(), cost.monthly(), cost.throttledShare(), cost.averageUnits());
    }

    /** What was never used stays as it begins: scaling does not scale in where nothing is consumed. */
    private Simulated run(Setting setting) {
        return simulator.run(demand.total() == 0 ? new Provisioned(units(setting)) : setting);
    }
}
