package io.agentctl.control.permission;

import static io.agentctl.control.permission.Common.DEPLOYMENTS;
import static io.agentctl.control.permission.Common.JOURNAL;
import static io.agentctl.control.permission.Common.METRICS;
import static io.agentctl.control.permission.Common.NAMES_OF_SERVICES;
import static io.agentctl.control.permission.Common.NOTES;
import static io.agentctl.control.permission.Common.OBSERVED_SERVICES;
import static io.agentctl.control.permission.Common.POLICIES;
import static io.agentctl.control.permission.Common.WHERE_OPERATIONS_ARE;

import io.agentctl.control.catalogue.CostUseCases;
import io.agentctl.control.catalogue.NameUseCases;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.catalogue.PerformanceUseCases;
import io.agentctl.control.catalogue.PlaceUseCases;
import java.util.Map;

/** What takes a look at several things at once: status, costs, objectives, measurements, names. */
final class OverviewNeeds {

    private static final Needs EVERYTHING_THAT_RUNS =
            OBSERVED_SERVICES.and(METRICS, TableNeeds.TABLES, LambdaNeeds.NAMES, AlarmsNeeds.ALARMS, NOTES);

    private static final Needs DASHBOARDS = Scope.ANYTHING.may("cloudwatch:ListDashboards");

    private static final Needs DASHBOARD = Scope.DASHBOARDS.may("cloudwatch:GetDashboard");

    /** Tells a topic what was found. */
    static final Needs NEWS = Scope.TOPICS.may("sns:Publish");

    private OverviewNeeds() {}

    static Map<NamedUseCase<?, ?>, Needs> all() {
        return Map.ofEntries(
                Map.entry(ObjectivesUseCases.REPORT, METRICS),
                Map.entry(ObjectivesUseCases.BUDGETS, OBSERVED_SERVICES.and(METRICS, TableNeeds.TABLES)),
                Map.entry(
                        ObjectivesUseCases.PLAN_DASHBOARD,
                        DASHBOARDS
                                .and(DASHBOARD)
                                .changing(
                                        JOURNAL,
                                        Scope.DASHBOARDS.may(
                                                "cloudwatch:PutDashboard", "cloudwatch:DeleteDashboards"))),
                Map.entry(ObjectivesUseCases.SNAPSHOT, EVERYTHING_THAT_RUNS.and(POLICIES)),
                Map.entry(ObjectivesUseCases.STATUS, EVERYTHING_THAT_RUNS),
                Map.entry(
                        CostUseCases.REPORT,
                        OBSERVED_SERVICES.and(
                                DEPLOYMENTS, LambdaNeeds.costs(), TableNeeds.costs(), AlarmsNeeds.ALARMS, DASHBOARDS)),
                Map.entry(PerformanceUseCases.RESOURCES, METRICS),
                Map.entry(PerformanceUseCases.REGRESS, METRICS.and(DEPLOYMENTS, NOTES)),
                Map.entry(PerformanceUseCases.TELL, Needs.NONE.changing(NEWS)),
                Map.entry(PerformanceUseCases.CHECK, NOTES),
                Map.entry(PerformanceUseCases.RESULTS, NOTES),
                Map.entry(
                        PerformanceUseCases.SHARE,
                        WHERE_OPERATIONS_ARE.changing(Scope.OPERATIONS.may("dynamodb:PutItem"))),
                Map.entry(PlaceUseCases.HERE, Needs.NONE),
                Map.entry(PlaceUseCases.SERVICES, NAMES_OF_SERVICES),
                Map.entry(
                        PlaceUseCases.DESCRIBE,
                        Scope.ANYTHING.may("ecs:ListClusters").and(NAMES_OF_SERVICES, TableNeeds.NAMES)),
                Map.entry(
                        NameUseCases.LIST,
                        NAMES_OF_SERVICES.and(
                                LambdaNeeds.NAMES,
                                TableNeeds.NAMES,
                                AlarmsNeeds.ALARMS,
                                Scope.POLICIES.may("dynamodb:Query"),
                                NOTES)));
    }
}
