package io.agentctl.control.slo.report;

import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.ObjectiveWindow;
import io.agentctl.control.slo.ObjectiveWindow.Bounds;
import io.agentctl.control.slo.report.Ledger.Tally;
import io.agentctl.control.slo.report.ObjectiveReport.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says when a budget will be gone if it goes on as in the last day. In a rolling window what is old drops out
 * meanwhile, which is known and reckoned with.
 */
final class Forecaster {

    private static final Duration BASIS = Duration.ofDays(1);
    /** Windows shorter than four days go by a quarter of themselves. */
    private static final int PARTS = 4;
    /** How finely a window is looked ahead in: one of 30 days by the hour. */
    private static final int STEPS = 720;

    private Forecaster() {}

    static Optional<Forecast> forecast(Objective objective, Ledger ledger, Instant now) {
        Duration length = objective.window().length();
        Duration quarter = length.dividedBy(PARTS);
        Duration basis = BASIS.compareTo(quarter) < 0 ? BASIS : quarter;
        Tally lately = ledger.between(now.minus(basis), now);
        if (lately.known().compareTo(lately.unknown()) < 0 || lately.total() <= 0) {
            return Optional.empty();
        }
        Bounds bounds = objective.window().at(now);
        Instant until =
                switch (objective.window()) {
                    case ObjectiveWindow.Rolling ignored -> now.plus(length);
                    case ObjectiveWindow.Calendar ignored -> bounds.to();
                };
        Duration step = length.dividedBy(STEPS);
        // Per second of the clock, gaps included: they will come again.
        double bad = lately.bad() / basis.toSeconds();
        double total = lately.total() / basis.toSeconds();
        for (Instant at = now; !at.isAfter(until); at = at.plus(step)) {
            if (gone(objective, ledger, now, at, bad, total)) {
                return Optional.of(new Forecast(basis, Optional.of(at), until));
            }
        }
        return Optional.of(new Forecast(basis, Optional.empty(), until));
    }

    private static boolean gone(
            Objective objective, Ledger ledger, Instant now, Instant at, double badRate, double totalRate) {
        double ahead = Duration.between(now, at).toSeconds();
        Bounds bounds = objective.window().at(now);
        return switch (objective.window()) {
            case ObjectiveWindow.Rolling ignored -> {
                Tally kept = ledger.between(bounds.from().plusSeconds((long) ahead), now);
                double allowed = objective.budget() * (kept.total() + totalRate * ahead);
                yield Verdicts.over(kept.bad() + badRate * ahead, allowed);
            }
            case ObjectiveWindow.Calendar ignored -> {
                Tally sofar = ledger.between(bounds.from(), now);
                double rest = Duration.between(now, bounds.to()).toSeconds();
                double allowed = objective.budget() * (sofar.total() + totalRate * rest);
                yield Verdicts.over(sofar.bad() + badRate * ahead, allowed);
            }
        };
    }
}
