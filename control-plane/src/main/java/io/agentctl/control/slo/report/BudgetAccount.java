package io.agentctl.control.slo.report;

import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.ObjectiveWindow;
import io.agentctl.control.slo.ObjectiveWindow.Bounds;
import io.agentctl.control.slo.report.Ledger.Tally;
import io.agentctl.control.slo.report.ObjectiveReport.Budget;
import io.agentctl.control.slo.report.ObjectiveReport.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * The error budget of an objective at any time: a share of what there was in a rolling window, so that a service with
 * little traffic has little to spend; and of what there will have been at the end of a window on a calendar, so that
 * the first failure of a month does not spend it whole.
 *
 * @param objective whose
 * @param ledger what was measured
 */
record BudgetAccount(Objective objective, Ledger ledger) {

    private static final double SECONDS_A_MINUTE = 60;

    /** The budget at a time. */
    Budget at(Instant now) {
        Bounds bounds = objective.window().at(now);
        Tally tally = ledger.between(bounds.from(), now);
        double allowed = objective.budget() * expected(tally, bounds, now);
        return new Budget(
                unit(),
                tally.total(),
                allowed,
                tally.bad(),
                allowed > 0 ? OptionalDouble.of(tally.bad() / allowed) : OptionalDouble.empty());
    }

    Unit unit() {
        return switch (objective.budgeting()) {
            case Budgeting.Occurrences ignored -> Unit.EVENTS;
            case Budgeting.TimeSlices ignored -> Unit.MINUTES;
        };
    }

    /** How much there is in a whole window: what was, and on a calendar what is to be expected besides. */
    double expected(Tally tally, Bounds bounds, Instant now) {
        return switch (objective.window()) {
            case ObjectiveWindow.Rolling ignored -> tally.total();
            case ObjectiveWindow.Calendar ignored -> {
                if (tally.known().isZero()) {
                    yield 0;
                }
                double known = tally.known().toSeconds();
                double rest = Duration.between(now, bounds.to()).toSeconds();
                yield unit() == Unit.MINUTES
                        ? tally.total() + rest / SECONDS_A_MINUTE
                        : tally.total() * (1 + rest / known);
            }
        };
    }
}
