package io.agentctl.cli.table;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.capacity.AdviseCapacity;
import io.agentctl.control.capacity.AuditTable;
import io.agentctl.control.capacity.ListTables;
import io.agentctl.control.capacity.PlanAutoscale;
import io.agentctl.control.capacity.PlanSwitch;
import io.agentctl.control.capacity.ShowUsage;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.plan.Plan;
import java.util.List;

/** {@code agentctl table}: its verbs, with the use cases that they run. */
public final class TableCommands {

    private final Wiring wiring;

    public TableCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        wiring.expectCalls();
        return List.of(
                new Leaf("list", "List tables: mode, capacity, use, throttles, cost.", () -> new TableList(listing())),
                new Leaf(
                        "usage",
                        "Show what was consumed of a table and its indexes, and throttled.",
                        () -> new TableUsage(showing())),
                new Leaf(
                        "capacity",
                        "Tell what each mode would have cost, and which to have.",
                        () -> new TableCapacity(advising())),
                new Leaf(
                        "switch",
                        "Switch a table to on demand, or to provisioned capacity that scales.",
                        () -> new TableSwitch(switching(), wiring.applyPlan())),
                new Leaf(
                        "autoscale",
                        "Set between which bounds, and to which use, capacity scales.",
                        () -> new TableAutoscale(autoscaling(), wiring.applyPlan())),
                new Leaf(
                        "audit",
                        "Look for scans, hot keys, unused indexes, and costly ways of reading.",
                        () -> new TableAudit(auditing())));
    }

    private UseCase<ListTables.Request, ListTables.Result> listing() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return here.capacity().listing(here::tablePrices).run(request, progress);
        };
    }

    private UseCase<ShowUsage.Request, ShowUsage.Result> showing() {
        return (request, progress) -> wiring.cloud().capacity().showing().run(request, progress);
    }

    private UseCase<AdviseCapacity.Request, AdviseCapacity.Result> advising() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return here.capacity().advising(here::tablePrices).run(request, progress);
        };
    }

    private UseCase<PlanSwitch.Request, PlanSwitch.Result> switching() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return here.capacity().switching(here::tablePrices).run(request, progress);
        };
    }

    private UseCase<PlanAutoscale.Request, Plan> autoscaling() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return here.capacity().autoscaling(here::tablePrices).run(request, progress);
        };
    }

    private UseCase<AuditTable.Request, AuditTable.Result> auditing() {
        return (request, progress) -> wiring.cloud().capacity().auditing().run(request, progress);
    }
}
