package io.agentctl.control.dashboards;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.apply.SetDefinition;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.plan.Target;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Puts this package's parts together, for the composition root of a program. */
public final class DashboardsWiring {

    private static final int CALLS_IN_FLIGHT = 2;

    private final DashboardGateway dashboards;
    private final Supplier<Target> here;
    private final Clock clock;

    public DashboardsWiring(AwsClients aws, Supplier<Target> here, Clock clock) {
        this.dashboards = new DashboardGateway(aws::cloudWatch, new ApiCalls(CALLS_IN_FLIGHT));
        this.here = here;
        this.clock = clock;
    }

    /** How many dashboards the account has in the region. */
    public int count() {
        return dashboards.count();
    }

    /** The use case that plans the dashboard of a project. */
    public PlanDashboard plan() {
        return new PlanDashboard(dashboards, here, clock);
    }

    /** Turns such plans into operations. */
    public Applier applier() {
        return new DashboardApplier(dashboards);
    }

    /** Carries out this package's action. */
    public List<ActionHandler> handlers() {
        return List.of(new SetDefinition<>(DashboardTexts.SET, new DashboardTexts(dashboards)));
    }
}
