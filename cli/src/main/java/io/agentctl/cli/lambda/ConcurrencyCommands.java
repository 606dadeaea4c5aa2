package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.catalogue.LambdaUseCases;
import java.util.List;

/** {@code agentctl lambda concurrency}: its verbs, with the use cases that they run. */
final class ConcurrencyCommands {

    private final Wiring wiring;

    ConcurrencyCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    List<Entry> entries() {
        return List.of(
                new Leaf(
                        "show",
                        "Show what is reserved and kept ready, and how well it is used.",
                        () -> new ConcurrencyShow(wiring.use(LambdaUseCases.SHOW_CONCURRENCY))),
                new Leaf(
                        "plan",
                        "Price every number of ready environments against past use.",
                        () -> new ConcurrencyPlan(wiring.use(LambdaUseCases.ADVISE_CONCURRENCY))),
                new Leaf(
                        "set",
                        "Keep environments ready, and wait until they are.",
                        () -> new ConcurrencySet(wiring.use(LambdaUseCases.PLAN_CONCURRENCY), wiring.applyPlan())),
                new Leaf(
                        "clear",
                        "Keep none ready any more.",
                        () -> new ConcurrencyClear(wiring.use(LambdaUseCases.PLAN_CONCURRENCY), wiring.applyPlan())));
    }
}
