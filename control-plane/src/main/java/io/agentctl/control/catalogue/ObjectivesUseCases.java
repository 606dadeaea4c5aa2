package io.agentctl.control.catalogue;

import io.agentctl.control.dashboards.DashboardWish;
import io.agentctl.control.dashboards.PlanDashboard;
import io.agentctl.control.overview.CheckBudgets;
import io.agentctl.control.overview.LookAround;
import io.agentctl.control.overview.RuntimeStatus;
import io.agentctl.control.overview.Snapshot;
import io.agentctl.control.overview.TakeSnapshot;
import io.agentctl.control.slo.report.ReportObjectives;
import java.util.List;

/** What can be asked of objectives, budgets and dashboards. */
public final class ObjectivesUseCases {

    /** How well objectives are kept. */
    public static final NamedUseCase<ReportObjectives.Request, ReportObjectives.Result> REPORT = NamedUseCase.reading(
            "slo.report",
            ReportObjectives.Request.class,
            ReportObjectives.Result.class,
            here -> new ReportObjectives(here.metrics(), here.clock()));

    /** How full things run against their budgets. */
    public static final NamedUseCase<CheckBudgets.Request, CheckBudgets.Result> BUDGETS = NamedUseCase.reading(
            "budget.status", CheckBudgets.Request.class, CheckBudgets.Result.class, here -> here.overview()
                    .budgets());

    /** The dashboard that is wanted, against the one that is there. */
    public static final NamedUseCase<DashboardWish, PlanDashboard.Result> PLAN_DASHBOARD = NamedUseCase.reading(
            "dashboard.plan", DashboardWish.class, PlanDashboard.Result.class, here -> here.dashboards()
                    .plan());

    /** Parts of what the live dashboard shows. */
    public static final NamedUseCase<TakeSnapshot.Request, Snapshot> SNAPSHOT =
            NamedUseCase.reading("dash.snapshot", TakeSnapshot.Request.class, Snapshot.class, here -> here.overview()
                    .takeSnapshot(
                            here::hereAgain,
                            here.operations()::journal,
                            here.lambda().functions(),
                            here.publishing().policies()));

    /** The state of everything on one page. */
    public static final NamedUseCase<LookAround.Request, RuntimeStatus> STATUS =
            NamedUseCase.reading("status.look", LookAround.Request.class, RuntimeStatus.class, here -> here.overview()
                    .lookAround(
                            here::here,
                            here.operations()::journal,
                            here.lambda().functions()));

    private ObjectivesUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(REPORT, BUDGETS, PLAN_DASHBOARD, SNAPSHOT, STATUS);
    }
}
