package io.agentctl.control.cost;

import io.agentctl.control.plan.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * All lines of a kind together.
 *
 * @param kind which
 * @param lines how many there are
 * @param unknown how many of them have no known cost
 * @param monthly US dollars for 730 hours of those that are known
 * @param saving a month by what would be cheaper
 */
public record KindTotal(CostKind kind, int lines, int unknown, Money monthly, Money saving) {

    /** A total for each kind that there is. */
    static List<KindTotal> of(List<CostLine> lines) {
        List<KindTotal> totals = new ArrayList<>();
        for (CostKind kind : CostKind.values()) {
            List<CostLine> ofKind =
                    lines.stream().filter(line -> line.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                totals.add(new KindTotal(
                        kind, ofKind.size(), Sums.unknown(ofKind), Sums.monthly(ofKind), Sums.saving(ofKind)));
            }
        }
        return totals;
    }
}
