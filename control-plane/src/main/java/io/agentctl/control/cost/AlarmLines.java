package io.agentctl.control.cost;

import io.agentctl.control.alarms.upkeep.AlarmSpend;
import io.agentctl.control.pricing.DashboardPrice;
import java.util.ArrayList;
import java.util.List;

/** Lines of alarms and dashboards; pure. */
final class AlarmLines {

    private AlarmLines() {}

    /** A line for each owner, and one for those whose price is not known. */
    static List<CostLine> of(List<AlarmSpend> spends) {
        List<CostLine> lines = new ArrayList<>();
        for (AlarmSpend spend : spends) {
            String name = spend.owner().isEmpty() ? "made elsewhere" : spend.owner();
            int priced = spend.alarms() - spend.unpriced();
            if (priced > 0) {
                lines.add(CostLine.known(CostKind.ALARMS, name, count(priced, "alarm"), spend.monthly()));
            }
            if (spend.unpriced() > 0) {
                lines.add(CostLine.unknown(
                        CostKind.ALARMS,
                        name,
                        count(spend.unpriced(), "alarm"),
                        "of kinds that have no price here, such as on an anomaly band"));
            }
        }
        return lines;
    }

    /** A line for all dashboards together, for the first ones are free; none without one. */
    static List<CostLine> ofDashboards(int present, DashboardPrice price) {
        return present == 0
                ? List.of()
                : List.of(CostLine.known(
                        CostKind.DASHBOARDS,
                        "of the account",
                        count(present, "dashboard") + ", " + price.free() + " free",
                        price.all(present)));
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
