package io.agentctl.control.cost;

import io.agentctl.control.plan.Money;
import java.util.Comparator;
import java.util.Optional;

/**
 * A line of the report.
 *
 * @param kind what it is about
 * @param name of the service, function or table; whose the alarms are
 * @param setting how it is provided for, such as {@code 2.0 × 512/1024 x86_64}
 * @param monthly US dollars for 730 hours at the rate of the time looked at; empty if that is not known
 * @param unknown why it is not known; empty if it is
 * @param advice what would be another cost; empty if nothing is pending
 * @param then what it would cost with that; empty without advice
 */
public record CostLine(
        CostKind kind,
        String name,
        String setting,
        Optional<Money> monthly,
        String unknown,
        Optional<Recommendation> advice,
        Optional<Money> then) {

    /** The greatest saving first, then what should grow, the dearest of the rest, and what is not known. */
    static final Comparator<CostLine> ORDER = Comparator.comparingInt(CostLine::urgency)
            .thenComparing(CostLine::saving, Comparator.reverseOrder())
            .thenComparing(line -> line.monthly().orElse(Money.ZERO), Comparator.reverseOrder())
            .thenComparing(CostLine::kind)
            .thenComparing(CostLine::name);

    static CostLine known(CostKind kind, String name, String setting, Money monthly) {
        return new CostLine(kind, name, setting, Optional.of(monthly), "", Optional.empty(), Optional.empty());
    }

    static CostLine unknown(CostKind kind, String name, String setting, String why) {
        return new CostLine(kind, name, setting, Optional.empty(), why, Optional.empty(), Optional.empty());
    }

    CostLine with(Recommendation pending) {
        return new CostLine(
                kind,
                name,
                setting,
                monthly,
                unknown,
                Optional.of(pending),
                monthly.map(now -> now.minus(pending.saving())));
    }

    /** What the recommendation saves; negative where it costs more, nothing without one. */
    public Money saving() {
        return advice.map(Recommendation::saving).orElse(Money.ZERO);
    }

    private int urgency() {
        if (monthly.isEmpty()) {
            return 3;
        }
        int sign = saving().compareTo(Money.ZERO);
        return sign > 0 ? 0 : sign < 0 ? 1 : 2;
    }
}
