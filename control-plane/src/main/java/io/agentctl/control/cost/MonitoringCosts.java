package io.agentctl.control.cost;

import io.agentctl.control.alarms.upkeep.AlarmsWiring;
import io.agentctl.control.dashboards.DashboardsWiring;
import io.agentctl.control.pricing.AlarmPriceTable;
import io.agentctl.control.pricing.DashboardPrice;
import java.util.List;
import java.util.function.Supplier;

/** What alarms and dashboards cost. */
final class MonitoringCosts {

    private final AlarmsWiring alarms;
    private final DashboardsWiring dashboards;
    private final Supplier<AlarmPriceTable> prices;

    MonitoringCosts(AlarmsWiring alarms, DashboardsWiring dashboards, Supplier<AlarmPriceTable> prices) {
        this.alarms = alarms;
        this.dashboards = dashboards;
        this.prices = prices;
    }

    Found alarms() {
        AlarmPriceTable table = prices.get();
        return new Found(AlarmLines.of(alarms.spending(table)), table.description(), List.of());
    }

    Found dashboards() {
        DashboardPrice price = DashboardPrice.shipped();
        return new Found(AlarmLines.ofDashboards(dashboards.count(), price), price.description(), List.of());
    }
}
