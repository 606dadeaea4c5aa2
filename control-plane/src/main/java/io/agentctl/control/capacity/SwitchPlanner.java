package io.agentctl.control.capacity;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.capacity.simulation.Setting.OnDemand;
import io.agentctl.control.capacity.simulation.Simulator;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.pricing.TableRate;
import io.agentctl.control.scaling.ObservedScaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans a switch of modes. Pure. */
final class SwitchPlanner {

    private final ObservedTable table;
    private final SortedMap<Meter, Demand> demands;
    private final Quotas quotas;
    private final AdviceTerms terms;
    private final TableAdviser adviser;

    SwitchPlanner(
            ObservedTable table, SortedMap<Meter, Demand> demands, TableRate rate, Quotas quotas, AdviceTerms terms) {
        this.table = table;
        this.demands = demands;
        this.quotas = quotas;
        this.terms = terms;
        this.adviser = new TableAdviser(rate, quotas, terms);
    }

    /** The changes that make it on demand; none if it is. */
    List<ResourcePlan> toOnDemand() {
        if (table.mode() == Mode.ON_DEMAND) {
            return List.of();
        }
        Money monthly = Money.ZERO;
        for (Meter meter : table.meters()) {
            monthly = monthly.plus(
                    SettingCost.of(simulator(meter).run(new OnDemand()), TableAdviser.measured(demands.get(meter)))
                            .monthly());
        }
        List<Change> changes = new ArrayList<>();
        changes.add(mode(
                Mode.ON_DEMAND,
                "every request is served and paid for; what scaled it is kept for the way back",
                monthly));
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

    /** How each meter is to be provided for once it is provisioned. */
    SortedMap<Meter, MeterChoice> choices(ProvisionedWish wish) {
        List<MeterChoice> chosen = Parallel.map(table.meters(), meter -> new MeterChooser(
                        table,
                        meter,
                        demands.get(meter),
                        adviser.price(meter),
                        quotas.table().units(meter.direction()),
                        terms)
                .choose(wish));
        SortedMap<Meter, MeterChoice> choices = new TreeMap<>();
        chosen.forEach(choice -> choices.put(choice.meter().meter(), choice));
        return choices;
    }

    /** The changes that make it provisioned; none if it is. */
    List<ResourcePlan> toProvisioned(SortedMap<Meter, MeterChoice> choices) {
        if (table.mode() == Mode.PROVISIONED) {
            return List.of();
        }
        Money monthly = Money.ZERO;
        for (MeterChoice choice : choices.values()) {
            monthly = monthly.plus(choice.meter().chosen().monthly());
        }
        List<Change> changes = new ArrayList<>();
        changes.add(mode(
                Mode.PROVISIONED,
                "capacity is paid for by the hour, used or not, and what goes beyond is throttled",
                monthly));
        for (ObservedPart part : table.parts()) {
            MeterChoice reads = choices.get(new Meter(part.index(), Direction.READS));
            MeterChoice writes = choices.get(new Meter(part.index(), Direction.WRITES));
            changes.add(change(
                    TableField.throughput(part.index()),
                    "",
                    new Throughput(reads.units(), writes.units()).toString(),
                    ThroughputReason.of(reads, writes),
                    Risk.LOW));
        }
        choices.forEach((meter, choice) -> scaling(meter, choice).ifPresent(changes::add));
        return List.of(new ResourcePlan(table.name().resource(), table.fingerprint(), changes));
    }

    /** Empty if it scales so already, or does not and is not to. */
    private Optional<Change> scaling(Meter meter, MeterChoice choice) {
        Optional<ObservedScaling> present = table.scaling(meter);
        String from = present.map(ScalingText::brief).orElse("");
        String to = choice.scaled().map(Object::toString).orElse("");
        return from.equals(to)
                ? Optional.empty()
                : Optional.of(change(
                        TableField.scaling(meter),
                        from,
                        to,
                        ThroughputReason.of(choice),
                        to.isEmpty() ? Risk.MEDIUM : Risk.LOW));
    }

    private Simulator simulator(Meter meter) {
        return new Simulator(demands.get(meter), adviser.price(meter));
    }

    /** The change of mode carries the money of all. */
    private Change mode(Mode to, String why, Money monthly) {
        Money present = Money.ZERO;
        for (Map.Entry<Meter, Demand> one : demands.entrySet()) {
            present = present.plus(SettingCost.of(
                            simulator(one.getKey()).run(TableAdviser.present(table, one.getKey())),
                            TableAdviser.measured(one.getValue()))
                    .monthly());
        }
        return new Change(
                table.name().resource(),
                TableField.MODE,
                table.mode().toString(),
                to.toString(),
                why,
                to == Mode.PROVISIONED ? Risk.MEDIUM : Risk.LOW,
                monthly.minus(present));
    }

    private Change change(String field, String from, String to, String why, Risk risk) {
        return new Change(table.name().resource(), field, from, to, why, risk, Money.ZERO);
    }
}
