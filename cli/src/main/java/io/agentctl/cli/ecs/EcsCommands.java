package io.agentctl.cli.ecs;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.ecs.workbench.Calls;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.catalogue.AlarmsUseCases;
import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.catalogue.OperationUseCases;
import io.agentctl.control.place.Place;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.PriceTables;
import io.agentctl.control.rightsizing.AdviseOnFile;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.Sourced;
import java.util.List;

/** {@code agentctl ecs}: its verbs, with the use cases that they run. */
public final class EcsCommands {

    private final Wiring wiring;

    public EcsCommands(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The verbs, in the order in which help lists them. */
    public List<Entry> entries() {
        wiring.expectCalls();
        return List.of(
                new Leaf(
                        "services",
                        "List services: size, use and cost.",
                        () -> new EcsServices(wiring.use(EcsUseCases.SERVICES))),
                new Leaf(
                        "rightsize",
                        "Advise the cheapest size that fits what services use, and change to it.",
                        () -> new EcsRightsize(
                                wiring.use(EcsUseCases.RIGHTSIZE),
                                adviseOnFile(),
                                this::budgets,
                                wiring.applyPlan(),
                                this::interactive)),
                new Leaf(
                        "scale",
                        "Set the bounds and the CPU target that a service scales by.",
                        () -> new EcsScale(wiring.use(EcsUseCases.PLAN_SCALING), wiring.applyPlan())),
                new Leaf(
                        "rollback",
                        "Go back to a revision that ran well.",
                        () -> new EcsRollback(wiring.use(EcsUseCases.PLAN_ROLLBACK), wiring.applyPlan())),
                new Leaf(
                        "redeploy",
                        "Replace every task by a new one of the same revision.",
                        () -> new EcsRedeploy(wiring.use(EcsUseCases.PLAN_REDEPLOYMENT), wiring.applyPlan())),
                new Leaf(
                        "wait",
                        "Wait until a deployment is over, and tell whether it took.",
                        () -> new EcsWait(wiring.use(EcsUseCases.WAIT))));
    }

    private UseCase<AdviseOnFile.Request, AdviseOnFile.Result> adviseOnFile() {
        return (request, progress) -> new AdviseOnFile(this::offlinePrices).run(request, progress);
    }

    private Interactive interactive() {
        Calls calls = new Calls(
                wiring.use(EcsUseCases.NAMES),
                wiring.use(EcsUseCases.MEASURE),
                wiring.travels() ? Calls.SERVICES_THAT_TRAVEL : Calls.SERVICES_AT_ONCE,
                wiring.applyPlan(),
                wiring.use(OperationUseCases.LIST),
                wiring.use(OperationUseCases.UNDO),
                wiring.use(EcsUseCases.TASKS),
                wiring.use(AlarmsUseCases.LIST));
        return new Interactive(
                wiring.surroundings().streams(),
                wiring.surroundings().environment(),
                wiring.shared().terminals(),
                () -> wiring.settings().contextForReading().name(),
                calls);
    }

    private Budgets budgets() {
        return TaskBudgets.of(wiring.settings());
    }

    /** Prices without a region to call: advice on a file must work where there is no AWS at all. */
    private PriceTable offlinePrices() {
        Settings settings = wiring.settings();
        return Place.prices(settings, settings.region().map(Sourced::value).orElse(PriceTables.DEFAULT_REGION));
    }
}
