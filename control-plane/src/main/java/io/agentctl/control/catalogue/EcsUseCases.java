package io.agentctl.control.catalogue;

import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.ecs.ListServices;
import io.agentctl.control.ecs.NameServices;
import io.agentctl.control.ecs.PlanRedeployment;
import io.agentctl.control.ecs.PlanRollback;
import io.agentctl.control.ecs.PlanScaling;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.ecs.ShowTasks;
import io.agentctl.control.ecs.SizeHistory;
import io.agentctl.control.ecs.WaitForService;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.rightsizing.MeasureServices;
import io.agentctl.control.rightsizing.RightsizeServices;
import java.util.List;

/** What can be asked of ECS services. */
public final class EcsUseCases {

    /** What runs, at what size, how busy it was, what it costs. */
    public static final NamedUseCase<ListServices.Request, ListServices.Result> SERVICES = NamedUseCase.reading(
            "ecs.services",
            ListServices.Request.class,
            ListServices.Result.class,
            here -> new ListServices(
                    here.ecs().gateway(),
                    here.ecs().observer(),
                    here.metrics(),
                    here.prices()::services,
                    here.clock()));

    /** The cheapest size and count that carries what was used. */
    public static final NamedUseCase<RightsizeServices.Request, RightsizeServices.Result> RIGHTSIZE =
            NamedUseCase.reading(
                    "ecs.rightsize",
                    RightsizeServices.Request.class,
                    RightsizeServices.Result.class,
                    EcsUseCases::rightsizing);

    /** Other bounds and another target to scale by. */
    public static final NamedUseCase<PlanScaling.Request, Plan> PLAN_SCALING = NamedUseCase.reading(
            "ecs.plan-scaling",
            PlanScaling.Request.class,
            Plan.class,
            here -> new PlanScaling(here::here, here.ecs().gateway(), here.ecs().observer(), here.clock()));

    /** The way back to a revision that ran well. */
    public static final NamedUseCase<PlanRollback.Request, Plan> PLAN_ROLLBACK = NamedUseCase.reading(
            "ecs.plan-rollback",
            PlanRollback.Request.class,
            Plan.class,
            here -> new PlanRollback(
                    here::here,
                    here.ecs().gateway(),
                    here.ecs().observer(),
                    here.ecs().deployments(),
                    here.clock()));

    /** New tasks of the same revision. */
    public static final NamedUseCase<Services, Plan> PLAN_REDEPLOYMENT = NamedUseCase.reading(
            "ecs.plan-redeployment",
            Services.class,
            Plan.class,
            here -> new PlanRedeployment(
                    here::here, here.ecs().gateway(), here.ecs().observer(), here.clock()));

    /** The end of a rollout. */
    public static final NamedUseCase<Services, WaitForService.Result> WAIT =
            NamedUseCase.reading("ecs.wait", Services.class, WaitForService.Result.class, here -> here.ecs()
                    .waiting());

    /** A service's tasks by revision, state and health. */
    public static final NamedUseCase<Services, ShowTasks.Result> TASKS =
            NamedUseCase.reading("ecs.tasks", Services.class, ShowTasks.Result.class, here -> here.ecs()
                    .showTasks());

    /** The names of those that are meant. */
    public static final NamedUseCase<Services, NameServices.Result> NAMES =
            NamedUseCase.reading("ecs.names", Services.class, NameServices.Result.class, here -> here.ecs()
                    .naming());

    /** What services used, to try sizes on. */
    public static final NamedUseCase<MeasureServices.Request, MeasureServices.Result> MEASURE = NamedUseCase.reading(
            "ecs.measure", MeasureServices.Request.class, MeasureServices.Result.class, EcsUseCases::measuring);

    private EcsUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(
                SERVICES, RIGHTSIZE, PLAN_SCALING, PLAN_ROLLBACK, PLAN_REDEPLOYMENT, WAIT, TASKS, NAMES, MEASURE);
    }

    static RightsizeServices rightsizing(Cloud here) {
        EcsWiring ecs = here.ecs();
        return new RightsizeServices(
                here::here,
                ecs.gateway(),
                ecs.observer(),
                here.metrics(),
                new SizeHistory(ecs.gateway(), ecs.deployments()),
                here.prices()::services,
                here.clock());
    }

    private static MeasureServices measuring(Cloud here) {
        EcsWiring ecs = here.ecs();
        return new MeasureServices(
                here::here,
                ecs.gateway(),
                ecs.observer(),
                here.metrics(),
                new SizeHistory(ecs.gateway(), ecs.deployments()),
                here.prices()::services,
                here.clock());
    }
}
