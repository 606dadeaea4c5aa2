package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.TablePriceTable;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Plans how a provisioned table and its indexes scale. */
public final class PlanAutoscale implements UseCase<PlanAutoscale.Request, Plan> {

    private static final String KIND = "table autoscale";

    /**
     * What to plan.
     *
     * @param table which table
     * @param indexes which indexes, the empty name for the table itself; empty for all and the table
     * @param directions reads, writes or both
     * @param wish what is asked for; empty to scale no more
     * @param since how far to look back for its use, to price it
     */
    public record Request(
            TableName table,
            List<String> indexes,
            List<Direction> directions,
            Optional<ScalingWish> wish,
            Duration since) {
        public Request {
            indexes = List.copyOf(indexes);
            directions = List.copyOf(directions);
        }
    }

    private final Supplier<Target> here;
    private final TableObserver observer;
    private final TablesGateway tables;
    private final UsageReader usage;
    private final Supplier<TablePriceTable> prices;
    private final Clock clock;

    PlanAutoscale(
            Supplier<Target> here,
            TableObserver observer,
            TablesGateway tables,
            UsageReader usage,
            Supplier<TablePriceTable> prices,
            Clock clock) {
        this.here = here;
        this.observer = observer;
        this.tables = tables;
        this.usage = usage;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Plans.
     *
     * @throws AgentctlException NOT_FOUND if there is no such table or index; USAGE if bounds are missing or
     *     impossible; CONFLICT for a table on demand, and for what DynamoDB would refuse
     */
    @Override
    public Plan run(Request request, ProgressListener progress) {
        Instant now = clock.instant();
        Supplier<Quotas> quotas = Parallel.begin(tables::quotas);
        ObservedTable table = observer.observe(request.table());
        requireProvisioned(table);
        SortedMap<Meter, Optional<AutoScaled>> wanted = new TreeMap<>();
        for (Meter meter : meters(table, request)) {
            wanted.put(meter, request.wish().map(wish -> AutoscalePlanner.merged(table, meter, wish)));
        }
        Refusals.requireNone(table.name(), "scale", refusals(table, wanted, quotas.get(), now));
        TableUsage used = usage.read(table, LookBack.of(request.since(), now));
        TableAdviser adviser =
                new TableAdviser(prices.get().rates().get(table.tableClass()), quotas.get(), AdviceTerms.USUAL);
        return new Plan(KIND, here.get(), now, AutoscalePlanner.plan(table, wanted, used.demands(), adviser::price));
    }

    private static List<Meter> meters(ObservedTable table, Request request) {
        List<String> there = table.parts().stream().map(ObservedPart::index).toList();
        for (String index : request.indexes()) {
            if (!there.contains(index)) {
                throw new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "table " + table.name() + " has no global index " + index,
                        Suggestions.sentence(index, there));
            }
        }
        return table.meters().stream()
                .filter(meter ->
                        request.indexes().isEmpty() || request.indexes().contains(meter.index()))
                .filter(meter -> request.directions().contains(meter.direction()))
                .toList();
    }

    private static void requireProvisioned(ObservedTable table) {
        if (table.mode() == Mode.ON_DEMAND) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "table " + table.name() + " is on demand: it has no capacity that could scale",
                    "Switch it first: agentctl table switch " + table.name() + " --to provisioned");
        }
    }

    /** Bounds pull capacity into them at once: that must be within quotas, and lowering it allowed. */
    private static List<Refusal> refusals(
            ObservedTable table, SortedMap<Meter, Optional<AutoScaled>> wanted, Quotas quotas, Instant now) {
        List<Refusal> refusals = new ArrayList<>(Refusals.ofState(table));
        Map<String, Throughput> pulled = new HashMap<>(table.throughputs().parts());
        wanted.forEach((meter, setting) -> setting.ifPresent(bounds -> {
            if (bounds.max() > quotas.table().units(meter.direction())) {
                refusals.add(new Refusal(
                        "--max " + bounds.max() + " of " + meter + " is over the quota of "
                                + quotas.table().units(meter.direction()),
                        Optional.empty(),
                        "Ask for a higher quota in Service Quotas."));
            }
            int units = Math.clamp(table.units(meter), bounds.min(), bounds.max());
            Throughput there = pulled.get(meter.index());
            pulled.put(
                    meter.index(),
                    meter.direction() == Direction.READS
                            ? new Throughput(units, there.writes())
                            : new Throughput(there.reads(), units));
        }));
        refusals.addAll(Refusals.ofDecreases(table, Throughputs.of(pulled), now));
        return refusals;
    }
}
