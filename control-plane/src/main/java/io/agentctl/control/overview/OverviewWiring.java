package io.agentctl.control.overview;

import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.capacity.CapacityWiring;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.journal.Journal;
import io.agentctl.control.lambda.FunctionsGateway;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.plan.Target;
import io.agentctl.control.publishing.Policies;
import io.agentctl.control.publishing.PolicyStatus;
import io.agentctl.control.slo.report.ReportObjectives;
import io.agentctl.control.windows.run.WindowsWiring;
import java.time.Clock;
import java.util.function.Supplier;

/** Puts this package's parts together, for the composition root of a program. */
public final class OverviewWiring {

    /** DescribeAlarms takes nine calls a second. */
    private static final int ALARMS_IN_FLIGHT = 2;

    private final AwsClients aws;
    private final EcsWiring ecs;
    private final CapacityWiring capacity;
    private final WindowsWiring windows;
    private final MetricsGateway metrics;
    private final Clock clock;

    public OverviewWiring(
            AwsClients aws,
            EcsWiring ecs,
            CapacityWiring capacity,
            WindowsWiring windows,
            MetricsGateway metrics,
            Clock clock) {
        this.aws = aws;
        this.ecs = ecs;
        this.capacity = capacity;
        this.windows = windows;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The use case that compares how full things run with their budgets. */
    public CheckBudgets budgets() {
        return new CheckBudgets(ecs.gateway(), ecs.observer(), metrics, capacity.utilization(), clock);
    }

    /** The use case that looks at everything. */
    public LookAround lookAround(Supplier<Target> here, Supplier<Journal> journal, FunctionsGateway functions) {
        return new LookAround(
                new LookAround.Sources(
                        here,
                        new FiguresReader(metrics, functions),
                        budgets(),
                        new ReportObjectives(metrics, clock),
                        new AlarmStates(aws::cloudWatch, new ApiCalls(ALARMS_IN_FLIGHT)),
                        windows::show,
                        () -> new ListOperations(journal.get())),
                clock);
    }

    /** The use case that reads a dashboard. */
    public TakeSnapshot takeSnapshot(
            Supplier<Target> here, Supplier<Journal> journal, FunctionsGateway functions, Policies policies) {
        return new TakeSnapshot(
                new TakeSnapshot.Sources(
                        here,
                        new CurvesReader(metrics),
                        ecs.gateway(),
                        ecs.observer(),
                        functions,
                        capacity.meters(),
                        new ReportObjectives(metrics, clock),
                        new AlarmStates(aws::cloudWatch, new ApiCalls(ALARMS_IN_FLIGHT)),
                        windows::show,
                        () -> new PolicyStatus(policies, clock),
                        () -> new ListOperations(journal.get())),
                clock);
    }
}
