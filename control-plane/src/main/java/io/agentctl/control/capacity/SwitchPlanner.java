package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Cheapest;
import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.capacity.simulation.Setting;
import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.capacity.simulation.Setting.OnDemand;
import io.agentctl.control.capacity.simulation.Setting.Provisioned;
import io.agentctl.control.capacity.simulation.Simulated;
import io.agentctl.control.capacity.simulation.Simulator;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.TableRate;
import io.agentctl.control.scaling.ObservedScaling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans a switch of modes. Pure. */
final class SwitchPlanner {

    /** What a meter gets that was not used: enough to answer until scaling has seen its first two minutes. */
    static final int LEAST_SEED = 5;

    /** Of how much more than the seed scaling may make use: what comes may be more than what came. */
    private static final int HEADROOM = 2;

    private static final double PERCENT = 100;

    private final ObservedTable table;
    private final SortedMap<Meter, Demand> demands;
    private final TableRate rate;
    private final Quotas quotas;
    private final AdviceTerms terms;

    SwitchPlanner(
            ObservedTable table, SortedMap<Meter, Demand> demands, TableRate rate, Quotas quotas, AdviceTerms terms) {
        this.table = table;
        this.demands = demands;
        this.rate = rate;
        this.quotas = quotas;
        this.terms = terms;
    }

    /** The changes that make it on demand; none if it is. */
    List<ResourcePlan> toOnDemand() {
        if (table.mode() == Mode.ON_DEMAND) {
            return List.of();
        }
        SortedMap<Meter, Setting> settings = new TreeMap<>();
        demands.keySet().forEach(meter -> settings.put(meter, new OnDemand()));
        List<Change> changes = new ArrayList<>();
        changes.add(mode(
                Mode.ON_DEMAND,
                "every request is served and paid for; what scaled it is kept for the way back",
                settings));
        for (ObservedPart part : table.parts()) {
            changes.add(change(
                    TableField.throughput(part.index()),
                    part.throughput().toString(),
                    "",
                    "on demand nothing is provisioned",
                    Risk.LOW));
        }
        return List.of(new ResourcePlan(table.name().resource(), table.fingerprint(), changes));
    }

    /**
     * The changes that make it provisioned, scaling on all its meters; none if it is.
     *
     * @param target the utilization in percent that scaling is to aim at; empty to leave that of what scales already,
     *     and 70 % for the rest
     */
    List<ResourcePlan> toProvisioned(OptionalInt target) {
        if (table.mode() == Mode.PROVISIONED) {
            return List.of();
        }
        SortedMap<Meter, AutoScaled> scaling = new TreeMap<>();
        Map<Meter, Integer> seeds = new HashMap<>();
        for (Meter meter : table.meters()) {
            AutoScaled setting = scaling(meter, target);
            scaling.put(meter, setting);
            seeds.put(meter, Math.clamp(seed(meter, setting.targetPercent()), setting.min(), setting.max()));
        }
        List<Change> changes = new ArrayList<>();
        changes.add(mode(
                Mode.PROVISIONED,
                "capacity is paid for by the hour, used or not, and what goes beyond is throttled",
                priced(scaling, seeds)));
        for (ObservedPart part : table.parts()) {
            Throughput seed = new Throughput(
                    seeds.get(new Meter(part.index(), Direction.READS)),
                    seeds.get(new Meter(part.index(), Direction.WRITES)));
            changes.add(change(
                    TableField.throughput(part.index()),
                    "",
                    seed.toString(),
                    "its peak at the target, to begin with",
                    Risk.LOW));
        }
        scaling.forEach((meter, setting) -> table.scaling(meter)
                .map(ScalingText::brief)
                .filter(setting.toString()::equals)
                .ifPresentOrElse(
                        ignored -> {},
                        () -> changes.add(change(
                                TableField.scaling(meter),
                                table.scaling(meter).map(ScalingText::brief).orElse(""),
                                setting.toString(),
                                demands.get(meter).total() == 0
                                        ? "nothing was asked of it: the least there is, and room to grow"
                                        : "the cheapest least for its past use, the most twice its peak",
                                Risk.LOW))));
        return List.of(new ResourcePlan(table.name().resource(), table.fingerprint(), changes));
    }

    /** What was never used stays as it begins: scaling does not scale in where nothing is consumed. */
    private SortedMap<Meter, Setting> priced(SortedMap<Meter, AutoScaled> scaling, Map<Meter, Integer> seeds) {
        SortedMap<Meter, Setting> settings = new TreeMap<>(scaling);
        settings.replaceAll(
                (meter, setting) -> demands.get(meter).total() == 0 ? new Provisioned(seeds.get(meter)) : setting);
        return settings;
    }

    /** What a meter is given to begin with: its peak at the target, never the 1 that is the least DynamoDB takes. */
    private int seed(Meter meter, int targetPercent) {
        double wanted = Math.ceil(demands.get(meter).peak() * PERCENT / targetPercent);
        return Math.clamp((long) wanted, LEAST_SEED, most(meter));
    }

    private AutoScaled scaling(Meter meter, OptionalInt target) {
        Optional<ObservedScaling> present = table.scaling(meter).filter(one -> one.tracking() != null);
        int percent = target.orElseGet(
                () -> present.map(one -> (int) Math.round(one.tracking().targetPercent()))
                        .orElse(AutoscalePlanner.USUAL_TARGET));
        int seed = seed(meter, percent);
        if (present.isPresent()) {
            int max = Math.max(present.get().max(), seed);
            return new AutoScaled(Math.max(1, present.get().min()), max, percent);
        }
        Demand demand = demands.get(meter);
        Simulator simulator = new Simulator(demand, new TableAdviser(rate, quotas, terms).price(meter));
        int min = new Cheapest(simulator, terms.mostThrottled(), most(meter))
                .scaledAt(percent)
                .map(Simulated::setting)
                .map(setting -> ((AutoScaled) setting).min())
                .orElse(seed);
        return new AutoScaled(Math.min(min, seed), Math.min(most(meter), HEADROOM * seed), percent);
    }

    private int most(Meter meter) {
        return quotas.table().units(meter.direction());
    }

    /** The change of mode carries the money of all. */
    private Change mode(Mode to, String why, SortedMap<Meter, Setting> settings) {
        Money more = Money.ZERO;
        TableAdviser adviser = new TableAdviser(rate, quotas, terms);
        for (Map.Entry<Meter, Setting> one : settings.entrySet()) {
            Demand demand = demands.get(one.getKey());
            Simulator simulator = new Simulator(demand, adviser.price(one.getKey()));
            double usd = simulator.run(one.getValue()).usd()
                    - simulator.run(TableAdviser.present(table, one.getKey())).usd();
            more = more.plus(SettingCost.monthly(usd, TableAdviser.measured(demand)));
        }
        return new Change(
                table.name().resource(),
                TableField.MODE,
                table.mode().toString(),
                to.toString(),
                why,
                to == Mode.PROVISIONED ? Risk.MEDIUM : Risk.LOW,
                more);
    }

    private Change change(String field, String from, String to, String why, Risk risk) {
        return new Change(table.name().resource(), field, from, to, why, risk, Money.ZERO);
    }
}
