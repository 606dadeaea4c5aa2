package io.agentctl.control.cost;

import io.agentctl.control.ecs.ServiceSpend;
import io.agentctl.control.rightsizing.ServiceAdvice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lines of services; pure. */
final class ServiceLines {

    private ServiceLines() {}

    /**
     * A line for each.
     *
     * @param advice on some of them
     * @param clusterOption how the command names the cluster; empty where it need not
     */
    static List<CostLine> of(List<ServiceSpend> spends, List<ServiceAdvice> advice, String clusterOption) {
        return spends.stream()
                .map(spend -> advice.stream()
                        .filter(one -> one.service().equals(spend.name().service())
                                && one.cluster().equals(spend.name().cluster()))
                        .findFirst()
                        .flatMap(one -> pending(spend, one, clusterOption))
                        .map(line(spend)::with)
                        .orElseGet(() -> line(spend)))
                .toList();
    }

    private static CostLine line(ServiceSpend spend) {
        String name = spend.name().service();
        String setting = spend.setting() + (spend.measured() ? "" : ", as wanted: none was measured");
        return spend.monthly()
                .map(monthly -> CostLine.known(CostKind.SERVICE, name, setting, monthly))
                .orElseGet(() -> CostLine.unknown(
                        CostKind.SERVICE,
                        name,
                        setting,
                        "its tasks have no Fargate size, by which they could be priced"));
    }

    private static Optional<Recommendation> pending(ServiceSpend spend, ServiceAdvice advice, String clusterOption) {
        boolean changes =
                switch (advice.finding()) {
                    case OVER, UNDER -> !advice.current().equals(advice.advised());
                    case RIGHT, UNKNOWN -> false;
                };
        return spend.monthly()
                .filter(ignored -> changes)
                .map(monthly -> new Recommendation(
                        advice.advised().toString(),
                        Shares.saved(
                                monthly,
                                advice.current().monthlyCost(),
                                advice.advised().monthlyCost()),
                        advice.risk(),
                        advice.data().span().toDays() + " d, confidence "
                                + advice.confidence().name().toLowerCase(Locale.ROOT),
                        "agentctl ecs rightsize " + advice.service() + clusterOption));
    }
}
