package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.TablePriceTable;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Plans a switch of a table's mode, if DynamoDB would take it. */
public final class PlanSwitch implements UseCase<PlanSwitch.Request, PlanSwitch.Result> {

    private static final String KIND = "table switch";

    /**
     * What to plan.
     *
     * @param table which table
     * @param to the mode
     * @param target the utilization in percent that scaling is to aim at once it is provisioned
     * @param since how far to look back for its use
     */
    public record Request(TableName table, Mode to, OptionalInt target, Duration since) {}

    /**
     * What was planned.
     *
     * @param plan empty if it has that mode
     * @param notes what a reader should know before it is applied
     */
    public record Result(Plan plan, List<String> notes) {
        public Result {
            notes = List.copyOf(notes);
        }
    }

    private final Supplier<Target> here;
    private final TableObserver observer;
    private final TablesGateway tables;
    private final UsageReader usage;
    private final Supplier<Journal> journal;
    private final Supplier<TablePriceTable> prices;
    private final Clock clock;

    PlanSwitch(
            Supplier<Target> here,
            TableObserver observer,
            TablesGateway tables,
            UsageReader usage,
            Supplier<Journal> journal,
            Supplier<TablePriceTable> prices,
            Clock clock) {
        this.here = here;
        this.observer = observer;
        this.tables = tables;
        this.usage = usage;
        this.journal = journal;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Plans.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND if there is no such table; CONFLICT if DynamoDB
     *     would refuse, saying why and when it will be possible
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        Instant now = clock.instant();
        Supplier<Quotas> quotas = Parallel.begin(tables::quotas);
        ObservedTable table = observer.observe(request.table());
        List<Instant> switches = SwitchLedger.switches(journal.get(), here.get(), table, now);
        boolean there = table.mode() == request.to();
        if (!there && request.to() == Mode.ON_DEMAND) {
            require(table, request.to(), Refusals.ofSwitchToOnDemand(table, switches));
        } else if (!there) {
            require(table, request.to(), Refusals.ofState(table));
        }
        LookBack back = LookBack.of(request.since(), now);
        TableUsage used = usage.read(table, back);
        SwitchPlanner planner = new SwitchPlanner(
                table, used.demands(), prices.get().rates().get(table.tableClass()), quotas.get(), AdviceTerms.USUAL);
        List<ResourcePlan> changes =
                switch (request.to()) {
                    case ON_DEMAND -> planner.toOnDemand();
                    case PROVISIONED -> planner.toProvisioned(request.target());
                };
        if (!there && request.to() == Mode.PROVISIONED) {
            WantedTable wanted = WantedTable.of(changes.getFirst());
            require(
                    table,
                    request.to(),
                    Refusals.ofSwitchToProvisioned(
                            table,
                            wanted.throughputs().orElseThrow(),
                            quotas.get(),
                            List.copyOf(wanted.scaling().keySet())));
        }
        Plan plan = new Plan(KIND, here.get(), now, changes);
        return new Result(plan, there ? List.of() : notes(table, request.to(), used, switches, plan));
    }

    private static void require(ObservedTable table, Mode to, List<Refusal> refusals) {
        Refusals.requireNone(table.name(), "make " + to + " of", refusals);
    }

    private static List<String> notes(
            ObservedTable table, Mode to, TableUsage used, List<Instant> switches, Plan plan) {
        List<String> notes = new ArrayList<>();
        int left = Refusals.SWITCHES_A_DAY - switches.size();
        if (to == Mode.ON_DEMAND) {
            notes.add((left - 1) + " of " + Refusals.SWITCHES_A_DAY
                    + " switches to on demand are left in 24 hours after this one; back is possible at any time");
        } else if (left <= 0) {
            notes.add("it cannot be undone before "
                    + switches.get(switches.size() - Refusals.SWITCHES_A_DAY).plus(SwitchLedger.DAY)
                    + ": no switch to on demand is left");
        }
        if (!used.used() && to == Mode.PROVISIONED) {
            notes.add("nothing was asked of it in that time: provisioned, it begins with " + SwitchPlanner.LEAST_SEED
                    + " units of each");
        } else if (plan.monthly().compareTo(Money.ZERO) > 0) {
            notes.add("this costs more than it does now");
        }
        if (!table.replicas().isEmpty()) {
            notes.add("it is a global table: the mode of its replicas in " + String.join(", ", table.replicas())
                    + " changes with it");
        }
        table.scaling().forEach((meter, scaling) -> {
            if (scaling.otherPolicies() > 0) {
                notes.add("the " + meter + " have " + scaling.otherPolicies()
                        + " more scaling policies, which are not put back if the switch loses them");
            }
        });
        return notes;
    }
}
