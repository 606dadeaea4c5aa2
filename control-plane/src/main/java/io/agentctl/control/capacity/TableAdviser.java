package io.agentctl.control.capacity;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.capacity.simulation.Cheapest;
import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.capacity.simulation.Setting;
import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.capacity.simulation.Setting.OnDemand;
import io.agentctl.control.capacity.simulation.Setting.Provisioned;
import io.agentctl.control.capacity.simulation.Simulator;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.TableRate;
import io.agentctl.control.pricing.UnitPrice;
import io.agentctl.control.scaling.ObservedScaling;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** Chooses a table's mode by what each would have cost over what was asked of it. Pure. */
final class TableAdviser {

    /** Less than a day says nothing of a night. */
    static final Duration LEAST_MEASURED = Duration.ofDays(1);

    private static final int SECONDS = 60;
    private static final double PERCENT = 100;

    private final TableRate rate;
    private final Quotas quotas;
    private final AdviceTerms terms;

    TableAdviser(TableRate rate, Quotas quotas, AdviceTerms terms) {
        this.rate = rate;
        this.quotas = quotas;
        this.terms = terms;
    }

    /** Advises. */
    TableAdvice advise(ObservedTable table, SortedMap<Meter, Demand> demands) {
        List<MeterAdvice> meters =
                Parallel.map(List.copyOf(demands.keySet()), meter -> advise(table, meter, demands.get(meter)));
        ModeCost present = ModeCost.NOTHING;
        ModeCost onDemand = ModeCost.NOTHING;
        Optional<ModeCost> provisioned = Optional.of(ModeCost.NOTHING);
        for (MeterAdvice meter : meters) {
            present = present.plus(meter.present());
            onDemand = onDemand.plus(meter.onDemand());
            provisioned = provisioned.flatMap(sum -> meter.provisioned().map(sum::plus));
        }
        Duration measured = demands.isEmpty()
                ? Duration.ZERO
                : measured(demands.firstEntry().getValue());
        TableAdvice undecided = new TableAdvice(meters, present, onDemand, provisioned, Optional.empty(), false, "");
        return measured.compareTo(LEAST_MEASURED) < 0 ? unknown(undecided, measured) : decide(undecided, table.mode());
    }

    /** The setting in force. */
    static Setting present(ObservedTable table, Meter meter) {
        if (table.mode() == Mode.ON_DEMAND) {
            return new OnDemand();
        }
        Provisioned fixed = new Provisioned(Math.max(1, table.units(meter)));
        Optional<ObservedScaling> scaling = table.scaling(meter)
                .filter(one -> one.tracking() != null)
                .filter(one -> !one.suspension().scaleIn() && !one.suspension().scaleOut());
        return scaling.<Setting>map(one -> new AutoScaled(
                        Math.max(1, one.min()),
                        Math.max(1, one.max()),
                        Math.clamp(
                                Math.round(one.tracking().targetPercent()),
                                AutoScaled.LEAST_TARGET,
                                AutoScaled.MOST_TARGET)))
                .orElse(fixed);
    }

    UnitPrice price(Meter meter) {
        return switch (meter.direction()) {
            case READS -> rate.reads();
            case WRITES -> rate.writes();
        };
    }

    static Duration measured(Demand demand) {
        return Duration.ofMinutes(demand.minutes());
    }

    private MeterAdvice advise(ObservedTable table, Meter meter, Demand demand) {
        UnitPrice price = price(meter);
        Duration measured = measured(demand);
        Simulator simulator = new Simulator(demand, price);
        Cheapest cheapest =
                new Cheapest(simulator, terms.mostThrottled(), quotas.table().units(meter.direction()));
        double mean = demand.minutes() == 0 ? 0 : demand.total() / demand.minutes() / SECONDS;
        SettingCost present = SettingCost.of(simulator.run(present(table, meter)), measured);
        Optional<SettingCost> fixed = cheapest.fixed().map(found -> SettingCost.of(found, measured));
        Optional<SettingCost> scaled = cheapest.scaled().map(found -> SettingCost.of(found, measured));
        Optional<SettingCost> provisioned = MeterAdvice.cheaper(fixed, scaled);
        return new MeterAdvice(
                meter,
                demand.peak(),
                mean,
                provisioned
                        .filter(setting -> mean > 0)
                        .map(setting -> OptionalDouble.of(mean / setting.averageUnits()))
                        .orElseGet(OptionalDouble::empty),
                price.breakEven(),
                present,
                SettingCost.of(simulator.run(new OnDemand()), measured),
                fixed,
                scaled,
                provisioned
                        .filter(cheapestOne -> table.mode() == Mode.PROVISIONED
                                && mean > 0
                                && measured.compareTo(LEAST_MEASURED) >= 0
                                && bettered(present, cheapestOne))
                        .flatMap(ignored -> better(table, meter, demand, present)));
    }

    private Optional<BetterScaling> better(ObservedTable table, Meter meter, Demand demand, SettingCost present) {
        int most = quotas.table().units(meter.direction());
        MeterChooser chooser = new MeterChooser(table, meter, demand, price(meter), most, terms);
        AutoScaled roomy = chooser.freelyScaled();
        SettingCost cost = chooser.cost(roomy);
        return chooser.suffices(roomy) && bettered(present, cost)
                ? Optional.of(new BetterScaling(roomy.min(), roomy.max(), roomy.targetPercent(), cost.monthly()))
                : Optional.empty();
    }

    private boolean bettered(SettingCost present, SettingCost other) {
        return present.throttledShare() > terms.mostThrottled()
                || saving(present.monthly(), other.monthly()) >= terms.leastSaving();
    }

    private static TableAdvice unknown(TableAdvice found, Duration measured) {
        String reason = "it was measured for " + measured.toHours() + " h only, and a day is the least to advise on";
        return new TableAdvice(
                found.meters(),
                found.present(),
                found.onDemand(),
                found.provisioned(),
                Optional.empty(),
                false,
                reason);
    }

    private TableAdvice decide(TableAdvice found, Mode mode) {
        boolean provisionedCheaper = found.provisioned()
                .filter(cost -> cost.monthly().compareTo(found.onDemand().monthly()) < 0)
                .isPresent();
        Mode cheaper = provisionedCheaper ? Mode.PROVISIONED : Mode.ON_DEMAND;
        ModeCost cost = provisionedCheaper ? found.provisioned().orElseThrow() : found.onDemand();
        double saving = saving(found.present().monthly(), cost.monthly());
        boolean suffers = found.present().throttledShare() > terms.mostThrottled();
        boolean worthwhile = cheaper != mode && (suffers || saving >= terms.leastSaving());
        Mode advised = worthwhile || cheaper == mode ? cheaper : mode;
        return new TableAdvice(
                found.meters(),
                found.present(),
                found.onDemand(),
                found.provisioned(),
                Optional.of(advised),
                worthwhile,
                reason(cheaper, mode, saving, suffers));
    }

    private String reason(Mode cheaper, Mode mode, double saving, boolean suffers) {
        String share = String.format(Locale.ROOT, "%.0f %%", saving * PERCENT);
        String throttles = suffers ? "it throttles more than is allowed as it is; " : "";
        if (cheaper == mode) {
            return throttles
                    + (saving >= terms.leastSaving()
                            ? "the mode is right, and its best settings would save " + share
                            : "the mode is right");
        }
        return throttles
                + (saving >= terms.leastSaving()
                        ? cheaper + " saves " + share
                        : String.format(
                                Locale.ROOT,
                                "%s would save %s, and a switch is worth it from %.0f %% on",
                                cheaper,
                                share,
                                terms.leastSaving() * PERCENT));
    }

    private static double saving(Money from, Money to) {
        return from.usd().signum() == 0
                ? 0
                : 1 - to.usd().doubleValue() / from.usd().doubleValue();
    }
}
