package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.lambda.concurrency.PlanConcurrency;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.plan.Plan;
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
                new Leaf("show", "Show what is reserved and kept ready, and how well it is used.", () -> {
                    return new ConcurrencyShow((request, progress) -> {
                        Cloud here = wiring.cloud();
                        return here.concurrency().showing(here.metrics()).run(request, progress);
                    });
                }),
                new Leaf("plan", "Price every number of ready environments against past use.", () -> {
                    return new ConcurrencyPlan((request, progress) -> {
                        Cloud here = wiring.cloud();
                        return here.concurrency()
                                .advising(here.metrics(), here::lambdaPrices)
                                .run(request, progress);
                    });
                }),
                new Leaf(
                        "set",
                        "Keep environments ready, and wait until they are.",
                        () -> new ConcurrencySet(planning(), wiring.applyPlan())),
                new Leaf(
                        "clear",
                        "Keep none ready any more.",
                        () -> new ConcurrencyClear(planning(), wiring.applyPlan())));
    }

    private UseCase<PlanConcurrency.Request, Plan> planning() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return here.concurrency().planning(here::lambdaPrices).run(request, progress);
        };
    }
}
