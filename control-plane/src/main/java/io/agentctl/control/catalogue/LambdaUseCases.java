package io.agentctl.control.catalogue;

import io.agentctl.control.lambda.ListFunctions;
import io.agentctl.control.lambda.MetricDurations;
import io.agentctl.control.lambda.PlanMemory;
import io.agentctl.control.lambda.RunSweep;
import io.agentctl.control.lambda.SweepPlan;
import io.agentctl.control.lambda.SweepRequest;
import io.agentctl.control.lambda.concurrency.AdviseConcurrency;
import io.agentctl.control.lambda.concurrency.PlanConcurrency;
import io.agentctl.control.lambda.concurrency.ShowConcurrency;
import io.agentctl.control.lambda.cost.CostOfFunctions;
import io.agentctl.control.lambda.cost.CostWiring;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.plan.Plan;
import java.util.List;

/** What can be asked of Lambda functions. */
public final class LambdaUseCases {

    /** Memory, versions, aliases. */
    public static final NamedUseCase<ListFunctions.Request, ListFunctions.Result> FUNCTIONS = NamedUseCase.reading(
            "lambda.functions", ListFunctions.Request.class, ListFunctions.Result.class, here -> here.lambda()
                    .listing());

    /** What measuring a function at several sizes would take and cost. */
    public static final NamedUseCase<SweepRequest, SweepPlan> PLAN_SWEEP =
            NamedUseCase.reading("lambda.plan-sweep", SweepRequest.class, SweepPlan.class, here -> here.lambda()
                    .planSweep(new MetricDurations(here.metrics(), here.clock()), here.prices()::functions));

    /** A function measured at several sizes, and put back as it was. */
    public static final NamedUseCase<RunSweep.Request, SweepReport> SWEEP =
            NamedUseCase.changing("lambda.sweep", RunSweep.Request.class, SweepReport.class, here -> here.lambda()
                    .runSweep(here.operations()::runner));

    /** Another memory size. */
    public static final NamedUseCase<PlanMemory.Request, Plan> PLAN_MEMORY =
            NamedUseCase.reading("lambda.plan-memory", PlanMemory.Request.class, Plan.class, here -> here.lambda()
                    .planMemory());

    /** What functions cost, and would at other sizes. */
    public static final NamedUseCase<CostOfFunctions.Request, CostOfFunctions.Result> COST = NamedUseCase.reading(
            "lambda.cost", CostOfFunctions.Request.class, CostOfFunctions.Result.class, LambdaUseCases::costs);

    /** What is kept ready, and how well it is used. */
    public static final NamedUseCase<ShowConcurrency.Request, ShowConcurrency.Result> SHOW_CONCURRENCY =
            NamedUseCase.reading(
                    "lambda.show-concurrency",
                    ShowConcurrency.Request.class,
                    ShowConcurrency.Result.class,
                    here -> here.concurrency().showing(here.metrics()));

    /** What each level of readiness would cost and cover. */
    public static final NamedUseCase<AdviseConcurrency.Request, AdviseConcurrency.Result> ADVISE_CONCURRENCY =
            NamedUseCase.reading(
                    "lambda.advise-concurrency",
                    AdviseConcurrency.Request.class,
                    AdviseConcurrency.Result.class,
                    here -> here.concurrency().advising(here.metrics(), here.prices()::functions));

    /** Another level of readiness. */
    public static final NamedUseCase<PlanConcurrency.Request, Plan> PLAN_CONCURRENCY = NamedUseCase.reading(
            "lambda.plan-concurrency", PlanConcurrency.Request.class, Plan.class, here -> here.concurrency()
                    .planning(here.prices()::functions));

    private LambdaUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(
                FUNCTIONS,
                PLAN_SWEEP,
                SWEEP,
                PLAN_MEMORY,
                COST,
                SHOW_CONCURRENCY,
                ADVISE_CONCURRENCY,
                PLAN_CONCURRENCY);
    }

    static CostOfFunctions costs(Cloud here) {
        return CostWiring.costs(
                here.aws(),
                here.lambda(),
                here.metrics(),
                here::here,
                here.cache(),
                here.prices()::functions,
                here.clock());
    }
}
