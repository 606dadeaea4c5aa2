package io.agentctl.cli.table;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.catalogue.TableUseCases;
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
                new Leaf(
                        "list",
                        "List tables: mode, capacity, use, throttles, cost.",
                        () -> new TableList(wiring.use(TableUseCases.LIST))),
                new Leaf(
                        "usage",
                        "Show what was consumed of a table and its indexes, and throttled.",
                        () -> new TableUsage(wiring.use(TableUseCases.USAGE))),
                new Leaf(
                        "capacity",
                        "Tell what each mode would have cost, and which to have.",
                        () -> new TableCapacity(wiring.use(TableUseCases.CAPACITY))),
                new Leaf(
                        "switch",
                        "Switch a table to on demand, or to provisioned capacity that scales.",
                        () -> new TableSwitch(wiring.use(TableUseCases.PLAN_SWITCH), wiring.applyPlan())),
                new Leaf(
                        "autoscale",
                        "Set between which bounds, and to which use, capacity scales.",
                        () -> new TableAutoscale(wiring.use(TableUseCases.PLAN_AUTOSCALE), wiring.applyPlan())),
                new Leaf(
                        "audit",
                        "Look for scans, hot keys, unused indexes, and costly ways of reading.",
                        () -> new TableAudit(wiring.use(TableUseCases.AUDIT))));
    }
}
