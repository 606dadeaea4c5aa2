package io.agentctl.control.cost;

import io.agentctl.control.cost.ReportCosts.Depth;
import io.agentctl.control.ecs.EcsWiring;
import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.ecs.ServiceSpend;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.rightsizing.RightsizeServices;
import io.agentctl.control.rightsizing.RiskAppetite;
import io.agentctl.control.rightsizing.ServiceAdvice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What services cost, and would at the sizes that are advised. */
final class ServiceCosts {

    private final EcsWiring ecs;
    private final MetricsGateway metrics;
    private final RightsizeServices rightsize;
    private final Supplier<PriceTable> prices;

    ServiceCosts(EcsWiring ecs, MetricsGateway metrics, RightsizeServices rightsize, Supplier<PriceTable> prices) {
        this.ecs = ecs;
        this.metrics = metrics;
        this.rightsize = rightsize;
        this.prices = prices;
    }

    Found read(ReportCosts.Request request, Instant from, Instant until, ProgressListener progress) {
        List<ObservedService> observed = request.services().observe(ecs.gateway(), ecs.observer());
        PriceTable table = prices.get();
        List<ServiceSpend> spends = ServiceSpend.read(metrics, observed, from, until, table);
        List<String> notes = new ArrayList<>();
        if (!observed.isEmpty()) {
            notes.add("services: the tasks that ran, each at the size of now, from the first that was measured on");
        }
        List<ServiceAdvice> advice = List.of();
        if (request.depth() == Depth.ADVICE && !observed.isEmpty()) {
            advice = rightsize
                    .advise(
                            observed,
                            new RightsizeServices.Request(
                                    request.services(), Advice.BACK, RiskAppetite.MEDIUM, request.budgets()),
                            progress)
                    .services();
        }
        String cluster = request.services().cluster();
        return new Found(
                ServiceLines.of(spends, advice, cluster.isEmpty() ? "" : " --cluster " + cluster),
                table.description(),
                notes);
    }
}
