package io.agentctl.control.catalogue;

import io.agentctl.control.cost.CostReport;
import io.agentctl.control.cost.CostSources;
import io.agentctl.control.cost.ReportCosts;
import io.agentctl.control.place.Cloud;
import io.agentctl.control.place.RegionPrices;
import java.util.List;

/** What can be asked of costs across capabilities. */
public final class CostUseCases {

    /** What everything costs, and what recommendations would save. */
    public static final NamedUseCase<ReportCosts.Request, CostReport> REPORT =
            NamedUseCase.reading("cost.report", ReportCosts.Request.class, CostReport.class, CostUseCases::reporting);

    private CostUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(REPORT);
    }

    private static ReportCosts reporting(Cloud here) {
        return new CostSources(
                        here.ecs(),
                        here.capacity(),
                        here.concurrency(),
                        here.alarms(),
                        here.dashboards(),
                        here.metrics())
                .reporting(
                        here::here,
                        EcsUseCases.rightsizing(here),
                        LambdaUseCases.costs(here),
                        prices(here.prices()),
                        here.clock());
    }

    private static CostSources.Prices prices(RegionPrices prices) {
        return new CostSources.Prices(prices::services, prices::functions, prices::tables, prices::alarms);
    }
}
