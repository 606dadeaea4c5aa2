package io.agentctl.control.cost;

import io.agentctl.control.cost.ReportCosts.Depth;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Target;
import java.time.Instant;
import java.util.List;

/**
 * What everything costs.
 *
 * @param target the account and region
 * @param from since when use was measured
 * @param until until when
 * @param depth whether recommendations were computed
 * @param monthly US dollars for 730 hours of all lines whose cost is known
 * @param saving a month by all recommendations that make cheaper
 * @param added a month by all that make what is too small larger
 * @param unknown how many lines have no known cost; it is not in the sums
 * @param totals by kind
 * @param prices which price tables, a line each
 * @param notIncluded what is billed and not in here
 * @param notes what a reader should know of how it was computed
 * @param lines the greatest saving first
 */
public record CostReport(
        Target target,
        Instant from,
        Instant until,
        Depth depth,
        Money monthly,
        Money saving,
        Money added,
        int unknown,
        List<KindTotal> totals,
        List<String> prices,
        List<String> notIncluded,
        List<String> notes,
        List<CostLine> lines) {

    private static final List<String> NOT_INCLUDED = List.of(
            "data transfer and NAT gateways",
            "load balancers",
            "logs, metrics and their queries",
            "storage of tables, images and disks; backups",
            "functions' environments while they start",
            "topics, queues and schedules",
            "free tiers, discounts, Savings Plans, reserved capacity, taxes");

    public CostReport {
        totals = List.copyOf(totals);
        prices = List.copyOf(prices);
        notIncluded = List.copyOf(notIncluded);
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
    }

    /** Sorts and adds up. */
    static CostReport of(
            Target target,
            Instant from,
            Instant until,
            Depth depth,
            List<CostLine> lines,
            List<String> prices,
            List<String> notes) {
        return new CostReport(
                target,
                from,
                until,
                depth,
                Sums.monthly(lines),
                Sums.saving(lines),
                Sums.added(lines),
                Sums.unknown(lines),
                KindTotal.of(lines),
                prices,
                NOT_INCLUDED,
                notes,
                lines.stream().sorted(CostLine.ORDER).toList());
    }
}
