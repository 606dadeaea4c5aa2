package io.agentctl.control.lambda.cost;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.lambda.Architectures;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.LambdaRate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Puts use, prices, bills and sweeps together; pure. */
final class CostRows {

    private CostRows() {}

    /**
     * A row for each function, the dearest first.
     *
     * @param billed US dollars in the window by function; empty if nobody was asked
     * @param sweeps the last report of each function, by name
     */
    static List<CostRow> of(
            List<FunctionUse> uses,
            Map<Architecture, LambdaRate> rates,
            CostWindow window,
            Map<String, Double> billed,
            Map<String, SweepReport> sweeps) {
        return uses.stream()
                .map(use -> row(
                        use,
                        rates.get(use.architecture()),
                        window,
                        Optional.ofNullable(billed.get(use.name().value())),
                        Optional.ofNullable(sweeps.get(use.name().value()))))
                .sorted(Comparator.comparing(CostRow::monthly).reversed().thenComparing(CostRow::function))
                .toList();
    }

    private static CostRow row(
            FunctionUse use, LambdaRate rate, CostWindow window, Optional<Double> billed, Optional<SweepReport> sweep) {
        FunctionBill bill = FunctionBill.of(use, rate, window.seconds());
        double invocations = use.invocations();
        double usdEach = invocations == 0 ? 0 : bill.invocationsUsd() / invocations;
        return new CostRow(
                use.name(),
                use.mainMemoryMb(),
                Architectures.name(use.architecture()),
                Math.round(invocations),
                invocations == 0 ? OptionalDouble.empty() : OptionalDouble.of(use.busyMillis() / invocations),
                bill.gbSeconds(),
                Money.ofUsd(bill.keptReadyUsd()),
                Money.ofUsd(bill.usd()),
                billed.map(Money::ofUsd),
                Money.ofUsd(billed.orElse(bill.usd()) * window.perMonth()),
                sweep.flatMap(report -> SweptSaving.of(report, use, invocations * window.perMonth(), usdEach)));
    }
}
