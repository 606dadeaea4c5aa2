package io.agentctl.cli.ecs;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.ecs.ListServices;
import io.agentctl.control.ecs.PlanRedeployment;
import io.agentctl.control.ecs.PlanRollback;
import io.agentctl.control.ecs.PlanScaling;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.ecs.SizeHistory;
import io.agentctl.control.ecs.WaitForService;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.Place;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.PriceTables;
import io.agentctl.control.rightsizing.AdviseOnFile;
import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.RightsizeServices;
import io.agentctl.control.settings.Project;
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
                new Leaf("services", "List services: size, use and cost.", () -> new EcsServices(listServices())),
                new Leaf(
                        "rightsize",
                        "Advise the cheapest size that fits what services use, and change to it.",
                        () -> new EcsRightsize(rightsizeServices(), adviseOnFile(), this::budgets, wiring.applyPlan())),
                new Leaf(
                        "scale",
                        "Set the bounds and the CPU target that a service scales by.",
                        () -> new EcsScale(planScaling(), wiring.applyPlan())),
                new Leaf(
                        "rollback",
                        "Go back to a revision that ran well.",
                        () -> new EcsRollback(planRollback(), wiring.applyPlan())),
                new Leaf(
                        "redeploy",
                        "Replace every task by a new one of the same revision.",
                        () -> new EcsRedeploy(planRedeployment(), wiring.applyPlan())),
                new Leaf(
                        "wait",
                        "Wait until a deployment is over, and tell whether it took.",
                        () -> new EcsWait(waitForService())));
    }

    private UseCase<ListServices.Request, ListServices.Result> listServices() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            EcsWiring ecs = here.ecs();
            return new ListServices(ecs.gateway(), ecs.observer(), here.metrics(), here::prices, here.clock())
                    .run(request, progress);
        };
    }

    private UseCase<RightsizeServices.Request, RightsizeServices.Result> rightsizeServices() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            EcsWiring ecs = here.ecs();
            SizeHistory sizes = new SizeHistory(ecs.gateway(), ecs.deployments());
            return new RightsizeServices(
                            here::here,
                            ecs.gateway(),
                            ecs.observer(),
                            here.metrics(),
                            sizes,
                            here::prices,
                            here.clock())
                    .run(request, progress);
        };
    }

    private UseCase<AdviseOnFile.Request, AdviseOnFile.Result> adviseOnFile() {
        return (request, progress) -> new AdviseOnFile(this::offlinePrices).run(request, progress);
    }

    private UseCase<PlanScaling.Request, Plan> planScaling() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return new PlanScaling(here::here, here.ecs().gateway(), here.ecs().observer(), here.clock())
                    .run(request, progress);
        };
    }

    private UseCase<PlanRollback.Request, Plan> planRollback() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            EcsWiring ecs = here.ecs();
            return new PlanRollback(here::here, ecs.gateway(), ecs.observer(), ecs.deployments(), here.clock())
                    .run(request, progress);
        };
    }

    private UseCase<Services, Plan> planRedeployment() {
        return (request, progress) -> {
            Cloud here = wiring.cloud();
            return new PlanRedeployment(
                            here::here, here.ecs().gateway(), here.ecs().observer(), here.clock())
                    .run(request, progress);
        };
    }

    private UseCase<Services, WaitForService.Result> waitForService() {
        return (request, progress) -> wiring.cloud().ecs().waiting().run(request, progress);
    }

    /** The project's budgets for tasks, in percent. */
    private Budgets budgets() {
        Project.Budgets budgets = wiring.settings().project().budgets();
        return new Budgets(budgets.cpu().value() * 100, budgets.memory().value() * 100);
    }

    /** Prices without a region to call: advice on a file must work where there is no AWS at all. */
    private PriceTable offlinePrices() {
        Settings settings = wiring.settings();
        return Place.prices(settings, settings.region().map(Sourced::value).orElse(PriceTables.DEFAULT_REGION));
    }
}
