package io.agentctl.control.cost;

import io.agentctl.control.lambda.concurrency.AdviseConcurrency;
import io.agentctl.control.lambda.cost.CostOfFunctions;
import io.agentctl.control.lambda.cost.CostRow;
import io.agentctl.control.lambda.cost.SweptSaving;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lines of functions, and of what is kept ready of them; pure. */
final class FunctionLines {

    private FunctionLines() {}

    /**
     * A line for each function, and one more for each that has environments kept ready.
     *
     * @param advice on those that are kept ready
     */
    static List<CostLine> of(CostOfFunctions.Result costs, List<AdviseConcurrency.Result> advice) {
        List<CostLine> lines = new ArrayList<>();
        for (CostRow row : costs.functions()) {
            Money kept = monthly(row);
            CostLine invocations = CostLine.known(
                    CostKind.FUNCTION,
                    row.function().value(),
                    row.memoryMb() + " MB " + row.architecture(),
                    row.monthly().minus(kept));
            lines.add(row.swept()
                    .flatMap(swept -> pending(row, swept))
                    .map(invocations::with)
                    .orElse(invocations));
            if (kept.compareTo(Money.ZERO) > 0) {
                lines.add(keptReady(
                        row,
                        kept,
                        advice.stream()
                                .filter(one -> one.target().function().equals(row.function()))
                                .toList()));
            }
        }
        return lines;
    }

    /** The part of a month's cost that is for what is kept ready: as much of it as of the window's. */
    private static Money monthly(CostRow row) {
        return row.cost().compareTo(Money.ZERO) <= 0
                ? Money.ZERO
                : row.monthly()
                        .times(row.keptReady().usd().doubleValue()
                                / row.cost().usd().doubleValue());
    }

    private static Optional<Recommendation> pending(CostRow row, SweptSaving swept) {
        boolean same =
                swept.memoryMb() == row.memoryMb() && swept.architecture().equals(row.architecture());
        if (same) {
            return Optional.empty();
        }
        boolean moved = !swept.architecture().equals(row.architecture());
        return Optional.of(new Recommendation(
                swept.memoryMb() + " MB" + (moved ? " " + swept.architecture() : ""),
                swept.monthly(),
                swept.memoryMb() < row.memoryMb() || moved ? Risk.MEDIUM : Risk.LOW,
                "swept " + LocalDate.ofInstant(swept.measuredAt(), ZoneOffset.UTC),
                "agentctl lambda apply " + row.function() + " --memory " + swept.memoryMb()
                        + (moved ? " --architecture " + swept.architecture() : "") + " --dry-run"));
    }

    private static CostLine keptReady(CostRow row, Money kept, List<AdviseConcurrency.Result> advice) {
        CostLine line = CostLine.known(CostKind.KEPT_READY, row.function().value(), present(row, advice), kept);
        List<AdviseConcurrency.Result> pending =
                advice.stream().filter(one -> !one.plan().isEmpty()).toList();
        if (pending.isEmpty()) {
            return line;
        }
        return line.with(new Recommendation(
                String.join(
                        ", ",
                        pending.stream()
                                .map(one -> one.advised().orElse(one.present()) + " for "
                                        + one.target().qualifier())
                                .toList()),
                pending.stream().map(one -> one.plan().monthly()).reduce(Money.ZERO, Money::minus),
                risk(pending),
                pending.getFirst().reason(),
                "agentctl lambda concurrency plan " + pending.getFirst().target()));
    }

    private static String present(CostRow row, List<AdviseConcurrency.Result> advice) {
        List<String> kept = advice.stream()
                .map(one -> one.present() + " for " + one.target().qualifier())
                .toList();
        return kept.isEmpty() ? row.memoryMb() + " MB " + row.architecture() : String.join(", ", kept);
    }

    private static Risk risk(List<AdviseConcurrency.Result> advice) {
        return advice.stream()
                .flatMap(one -> one.plan().resources().stream())
                .flatMap(resource -> resource.changes().stream())
                .map(Change::risk)
                .max(Comparator.naturalOrder())
                .orElse(Risk.MEDIUM);
    }
}
