package io.agentctl.control.cost;

import io.agentctl.control.alarms.upkeep.AlarmsWiring;
import io.agentctl.control.capacity.CapacityWiring;
import io.agentctl.control.dashboards.DashboardsWiring;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.lambda.concurrency.ConcurrencyWiring;
import io.agentctl.control.lambda.cost.CostOfFunctions;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.AlarmPriceTable;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.TablePriceTable;
import io.agentctl.control.rightsizing.RightsizeServices;
import java.time.Clock;
import java.util.function.Supplier;

/** The capabilities that costs are asked of; puts this package's parts together. */
public record CostSources(
        EcsWiring ecs,
        CapacityWiring capacity,
        ConcurrencyWiring concurrency,
        AlarmsWiring alarms,
        DashboardsWiring dashboards,
        MetricsGateway metrics) {

    /** The price tables of the region, read when they are needed. */
    public record Prices(
            Supplier<PriceTable> fargate,
            Supplier<LambdaPriceTable> lambda,
            Supplier<TablePriceTable> tables,
            Supplier<AlarmPriceTable> alarms) {}

    /**
     * The use case that reports costs.
     *
     * @param here the account and region
     */
    public ReportCosts reporting(
            Supplier<Target> here, RightsizeServices rightsize, CostOfFunctions functions, Prices prices, Clock clock) {
        return new ReportCosts(
                here,
                new ServiceCosts(ecs, metrics, rightsize, prices.fargate()),
                new FunctionCosts(functions, concurrency::keptReady, concurrency.advising(metrics, prices.lambda())),
                new TableCosts(capacity.listing(prices.tables()), capacity.advising(prices.tables())),
                new MonitoringCosts(alarms, dashboards, prices.alarms()),
                clock);
    }
}
