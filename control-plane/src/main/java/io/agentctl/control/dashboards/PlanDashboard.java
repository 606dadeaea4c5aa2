package io.agentctl.control.dashboards;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.DashboardPrice;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans the dashboard of a project; changes nothing. */
public final class PlanDashboard implements UseCase<DashboardWish, PlanDashboard.Result> {

    /**
     * What would be changed.
     *
     * @param plan the changes, a widget each
     * @param name of the dashboard
     * @param prices what a dashboard costs, in a line
     */
    public record Result(Plan plan, String name, String prices) {}

    private final DashboardGateway dashboards;
    private final Supplier<Target> here;
    private final Clock clock;

    PlanDashboard(DashboardGateway dashboards, Supplier<Target> here, Clock clock) {
        this.dashboards = dashboards;
        this.here = here;
        this.clock = clock;
    }

    /** @throws AgentctlException CONFLICT for a dashboard of that name that was not made here */
    @Override
    public Result run(DashboardWish wish, ProgressListener progress) {
        Target target = here.get();
        String name = wish.project() + "-runtime";
        Optional<DashboardBody> there = dashboards.body(name).map(DashboardBody::parse);
        if (there.isPresent() && !there.get().isOurs()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "dashboard " + name + " exists, and agentctl did not make it",
                    "Nothing was changed. Rename it, or delete it, and plan again.");
        }
        DashboardPrice price = DashboardPrice.shipped();
        DashboardBody wanted = DashboardComposer.compose(wish, target);
        return new Result(
                new Plan(
                        "dashboard",
                        target,
                        clock.instant(),
                        DashboardPlanner.plan(
                                        name,
                                        there,
                                        wanted,
                                        there.isPresent() ? Money.ZERO : price.another(dashboards.count()))
                                .stream()
                                .toList()),
                name,
                price.description());
    }
}
