package io.agentctl.cli.dashboard;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.dashboards.DashboardWish;
import io.agentctl.control.dashboards.PlanDashboard;
import java.time.Duration;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code dashboard apply}. */
@Command(
        footer = {
            "agentctl dashboard apply",
            "agentctl dashboard apply --dry-run",
        })
public final class DashboardApply implements Verb {

    private final Supplier<DashboardWish> wish;
    private final UseCase<DashboardWish, PlanDashboard.Result> plan;
    private final UseCase<ApplyPlan.Request, ApplyPlan.Result> apply;

    public DashboardApply(
            Supplier<DashboardWish> wish,
            UseCase<DashboardWish, PlanDashboard.Result> plan,
            UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.wish = wish;
        this.plan = plan;
        this.apply = apply;
    }

    @Override
    public int call(Console console) {
        PlanDashboard.Result planned = plan.run(wish.get(), console.progress());
        if (planned.plan().isEmpty() || console.flags().consent().dryRun()) {
            console.print(DashboardPage.document(planned));
            return PlanRun.pending(console, planned.plan());
        }
        console.show(DashboardPage.document(planned));
        return new PlanRun(apply).apply(console, planned.plan(), Duration.ZERO);
    }
}
