package io.agentctl.cli.alarms;

import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Page;
import io.agentctl.control.alarms.compose.Tier;
import io.agentctl.control.alarms.upkeep.AlarmChange;
import io.agentctl.control.alarms.upkeep.AlarmPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** When alarms of burn rates fire, and how much of the budget is spent by then. */
final class TierTable {

    private TierTable() {}

    /** Those of the plan that are added or changed. */
    static void layout(AlarmPlan plan, Page page) {
        Set<String> alarms = plan.changes().stream().map(AlarmChange::alarm).collect(Collectors.toSet());
        List<Tier> tiers = plan.tiers().stream()
                .filter(tier -> alarms.contains(tier.alarm()))
                .toList();
        List<Column<Tier>> columns = new ArrayList<>(List.of(
                Column.text("TELLS", Tier::alarm),
                Column.text("BY", tier -> tier.pair().urgency().name().toLowerCase(Locale.ROOT)),
                Column.number("ABOVE", tier -> percent(tier.share())),
                Column.number("TOTAL FAILURE TOLD AFTER", tier -> Lengths.text(tier.outage())),
                Column.number("BUDGET SPENT", tier -> percent(tier.outageSpent())),
                Column.number("TWICE THE RATE AFTER", tier -> Lengths.text(tier.twice())),
                Column.wide("HELD BACK BY", Tier::suppressedBy)));
        if (!plan.pagesAWeek().isEmpty()) {
            columns.add(Column.number("A WEEK LATELY", tier -> pages(plan, tier)));
        }
        page.table(tiers, columns);
    }

    private static String pages(AlarmPlan plan, Tier tier) {
        Double pages = plan.pagesAWeek().get(tier.alarm());
        return pages == null ? "?" : String.format(Locale.ROOT, "%.1f", pages);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3g", share * 100)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "")
                + "%";
    }
}
