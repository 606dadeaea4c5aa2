package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.catalogue.LambdaUseCases;
import java.util.List;

/** {@code agentctl lambda}: its verbs, with the use cases that they run. */
public final class LambdaCommands {

    private final Wiring wiring;

    public LambdaCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        wiring.expectCalls();
        return List.of(
                new Leaf(
                        "functions",
                        "List functions: memory, versions, aliases.",
                        () -> new LambdaFunctions(wiring.use(LambdaUseCases.FUNCTIONS))),
                new Leaf(
                        "sweep",
                        "Measure a function at several memory sizes, and advise one.",
                        () -> new LambdaSweep(
                                wiring.use(LambdaUseCases.PLAN_SWEEP),
                                wiring.use(LambdaUseCases.SWEEP),
                                wiring.use(LambdaUseCases.PLAN_MEMORY),
                                wiring.applyPlan())),
                new Leaf(
                        "apply",
                        "Set a function's memory, and point an alias at a version that has it.",
                        () -> new LambdaApply(wiring.use(LambdaUseCases.PLAN_MEMORY), wiring.applyPlan())),
                new Leaf(
                        "report",
                        "Show a sweep again that was saved with -o json; as HTML too.",
                        () -> new LambdaReport(wiring.surroundings().answers())),
                new Noun(
                        "concurrency",
                        "What is kept ready of a function: shown, priced, set, cleared.",
                        () -> new ConcurrencyCommands(wiring).entries()),
                new Leaf(
                        "cost",
                        "What functions cost, and would at the sizes that sweeps advised.",
                        () -> new LambdaCost(wiring.use(LambdaUseCases.COST))));
    }
}
