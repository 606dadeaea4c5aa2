package io.agentctl.cli.dashboard;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.dashboards.DashboardWish;
import io.agentctl.control.dashboards.PlanDashboard;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code dashboard plan}. */
@Command(
        footer = {
            "agentctl dashboard plan                      # what of it would be changed, widget by widget",
            "agentctl dashboard plan --detailed-exitcode  # 2 if it is not as it should be",
            "agentctl dashboard plan -o json > plan.json && agentctl apply plan.json",
        })
public final class DashboardPlan implements Verb {

    private final Supplier<DashboardWish> wish;
    private final UseCase<DashboardWish, PlanDashboard.Result> plan;

    public DashboardPlan(Supplier<DashboardWish> wish, UseCase<DashboardWish, PlanDashboard.Result> plan) {
        this.wish = wish;
        this.plan = plan;
    }

    @Override
    public int call(Console console) {
        PlanDashboard.Result planned = plan.run(wish.get(), console.progress());
        console.print(DashboardPage.document(planned));
        return PlanRun.pending(console, planned.plan());
    }
}
