package io.agentctl.cli.cost;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.ecs.TaskBudgets;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.catalogue.CostUseCases;
import java.util.List;

/** {@code agentctl cost}: its verbs, with the use cases that they run. */
public final class CostCommands {

    private final Wiring wiring;

    public CostCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        wiring.expectCalls();
        return List.of(new Leaf(
                "report",
                "Show what services, functions, tables and alarms cost, and what recommendations would save.",
                () -> new ShowCosts(wiring.use(CostUseCases.REPORT), () -> TaskBudgets.of(wiring.settings()))));
    }
}
