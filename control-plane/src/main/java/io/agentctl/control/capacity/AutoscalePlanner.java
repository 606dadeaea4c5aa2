package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.capacity.simulation.Simulator;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.UnitPrice;
import io.agentctl.control.scaling.ObservedScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Plans the scaling of meters of a provisioned table. Pure. */
final class AutoscalePlanner {

    /** The target that DynamoDB's console proposes. */
    static final int USUAL_TARGET = 70;

    private AutoscalePlanner() {}

    /**
     * Plans.
     *
     * @param wanted for each meter; an empty one is taken out of scaling
     * @param demands what was asked of each
     * @param price of each
     * @return empty if it is so already
     */
    static List<ResourcePlan> plan(
            ObservedTable table,
            SortedMap<Meter, Optional<AutoScaled>> wanted,
            SortedMap<Meter, Demand> demands,
            Function<Meter, UnitPrice> price) {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<Meter, Optional<AutoScaled>> one : wanted.entrySet()) {
            Meter meter = one.getKey();
            String from = table.scaling(meter).map(ScalingText::brief).orElse("");
            String to = one.getValue().map(AutoScaled::toString).orElse("");
            if (!from.equals(to)) {
                changes.add(new Change(
                        table.name().resource(),
                        TableField.scaling(meter),
                        from,
                        to,
                        why(table, meter, one.getValue()),
                        one.getValue().isEmpty() ? Risk.MEDIUM : Risk.LOW,
                        money(table, meter, one.getValue(), demands.get(meter), price.apply(meter))));
            }
        }
        return changes.isEmpty()
                ? List.of()
                : List.of(new ResourcePlan(table.name().resource(), table.fingerprint(), changes));
    }

    /**
     * What a meter is to scale within: what is asked for, and of what there is what is not.
     *
     * @throws AgentctlException USAGE if that leaves bounds unknown or impossible
     */
    static AutoScaled merged(ObservedTable table, Meter meter, ScalingWish wish) {
        Optional<ObservedScaling> present = table.scaling(meter);
        if (present.isEmpty() && (wish.min().isEmpty() || wish.max().isEmpty())) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "the " + meter + " of table " + table.name() + " do not scale yet: give --min and --max",
                    "What it needs: agentctl table capacity " + table.name());
        }
        int target = wish.target().orElseGet(() -> present.flatMap(ObservedScaling::targetTracking)
                .map(tracking -> (int) Math.round(tracking.targetPercent()))
                .orElse(USUAL_TARGET));
        try {
            return new AutoScaled(
                    wish.min().orElseGet(() -> present.orElseThrow().min()),
                    wish.max().orElseGet(() -> present.orElseThrow().max()),
                    target);
        } catch (IllegalArgumentException impossible) {
            throw new AgentctlException(ErrorCode.USAGE, meter + ": " + impossible.getMessage(), "");
        }
    }

    private static String why(ObservedTable table, Meter meter, Optional<AutoScaled> wanted) {
        int units = table.units(meter);
        return wanted.map(setting -> units < setting.min()
                        ? "its " + units + " units become " + setting.min() + " at once"
                        : units > setting.max()
                                ? "its " + units + " units become " + setting.max() + " at once"
                                : "its capacity follows its use")
                .orElse("its " + units + " units stay as they are");
    }

    private static Money money(
            ObservedTable table, Meter meter, Optional<AutoScaled> wanted, Demand demand, UnitPrice price) {
        if (wanted.isEmpty()) {
            return Money.ZERO;
        }
        Simulator simulator = new Simulator(demand, price);
        double more = simulator.run(wanted.get()).usd()
                - simulator.run(TableAdviser.present(table, meter)).usd();
        return SettingCost.monthly(more, TableAdviser.measured(demand));
    }
}
