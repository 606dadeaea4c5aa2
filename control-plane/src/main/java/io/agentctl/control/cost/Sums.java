package io.agentctl.control.cost;

import io.agentctl.control.plan.Money;
import java.util.List;

/** Sums over lines. */
final class Sums {

    private Sums() {}

    /** Of what is known. */
    static Money monthly(List<CostLine> lines) {
        return lines.stream().flatMap(line -> line.monthly().stream()).reduce(Money.ZERO, Money::plus);
    }

    /** By all that would be cheaper. */
    static Money saving(List<CostLine> lines) {
        return lines.stream()
                .map(CostLine::saving)
                .filter(saving -> saving.compareTo(Money.ZERO) > 0)
                .reduce(Money.ZERO, Money::plus);
    }

    /** For all that should grow. */
    static Money added(List<CostLine> lines) {
        return lines.stream()
                .map(CostLine::saving)
                .filter(saving -> saving.compareTo(Money.ZERO) < 0)
                .reduce(Money.ZERO, Money::minus);
    }

    static int unknown(List<CostLine> lines) {
        return (int) lines.stream().filter(line -> line.monthly().isEmpty()).count();
    }
}
