package io.agentctl.control.slo.report;

import io.agentctl.control.slo.Alerting;
import io.agentctl.control.slo.BurnRatePair;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.Objective.Level;
import io.agentctl.control.slo.ObjectiveWindow.Bounds;
import io.agentctl.control.slo.report.Ledger.Tally;
import io.agentctl.control.slo.report.ObjectiveReport.Budget;
import io.agentctl.control.slo.report.ObjectiveReport.Burn;
import io.agentctl.control.slo.report.ObjectiveReport.Day;
import io.agentctl.control.slo.report.ObjectiveReport.Firing;
import io.agentctl.control.slo.report.ObjectiveReport.Left;
import io.agentctl.control.slo.report.ObjectiveReport.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Makes reports: a pure function of an objective, what was measured of it, and the time. */
final class Reporter {

    /** As many times as a strip in a terminal has columns. */
    private static final int POINTS = 60;

    private static final double WHOLE = 100;

    private Reporter() {}

    /**
     * Reports.
     *
     * @param latest the latest figure of an indicator with a limit
     * @param since how far the history goes back; zero for none
     */
    static ObjectiveReport report(
            Objective objective, Ledger ledger, OptionalDouble latest, Instant now, Duration since) {
        Bounds bounds = objective.window().at(now);
        Tally tally = ledger.between(bounds.from(), now);
        BudgetAccount account = new BudgetAccount(objective, ledger);
        Budget budget = account.at(now);
        List<Firing> firing = firing(objective, ledger, now);
        OptionalDouble measured = tally.total() > 0 ? OptionalDouble.of(1 - tally.badShare()) : OptionalDouble.empty();
        OptionalDouble figure = figure(objective, tally, latest);
        return new ObjectiveReport(
                objective.name(),
                objective.service(),
                objective.promise(),
                ObjectiveReport.Line.of(objective),
                standing(budget, firing),
                figure.isPresent() ? objective.levels().of(figure.getAsDouble()) : Level.GOOD,
                objective.target(),
                measured,
                figure,
                bounds.from(),
                bounds.to(),
                budget,
                burns(objective, ledger, now),
                firing,
                Forecaster.forecast(objective, ledger, now),
                tally.unknown(),
                ledger.newest(),
                history(account, now, since),
                days(ledger, budget, now, since));
    }

    private static Standing standing(Budget budget, List<Firing> firing) {
        if (budget.total() <= 0) {
            return Standing.UNKNOWN;
        }
        if (Verdicts.over(budget.spent(), budget.allowed())) {
            return Standing.MISSED;
        }
        return firing.isEmpty() ? Standing.KEPT : Standing.BURNING;
    }

    private static OptionalDouble figure(Objective objective, Tally tally, OptionalDouble latest) {
        return switch (objective.indicator()) {
            case Indicator.Threshold ignored -> latest;
            case Indicator.Ratio ignored -> {
                if (tally.total() <= 0) {
                    yield OptionalDouble.empty();
                }
                double bad = WHOLE * tally.badShare();
                yield OptionalDouble.of(objective.levels().higherIsWorse() ? bad : WHOLE - bad);
            }
        };
    }

    private static List<Burn> burns(Objective objective, Ledger ledger, Instant now) {
        List<BurnRatePair> pairs = objective.alerting().pairs().isEmpty()
                ? Alerting.USUAL_PAIRS
                : objective.alerting().pairs();
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.shortWindow(), pair.longWindow()))
                .filter(window -> window.compareTo(objective.window().length()) < 0)
                .distinct()
                .sorted()
                .map(window -> new Burn(window, rate(objective, ledger.between(now.minus(window), now))))
                .toList();
    }

    private static OptionalDouble rate(Objective objective, Tally tally) {
        return tally.total() > 0 ? OptionalDouble.of(tally.badShare() / objective.budget()) : OptionalDouble.empty();
    }

    private static List<Firing> firing(Objective objective, Ledger ledger, Instant now) {
        List<Firing> firing = new ArrayList<>();
        for (BurnRatePair pair : objective.alerting().pairs()) {
            double factor = pair.factor(objective.window().length());
            boolean both = Stream.of(pair.longWindow(), pair.shortWindow())
                    .map(window -> ledger.between(now.minus(window), now))
                    .allMatch(tally -> tally.total() >= objective.alerting().fewestEvents()
                            && rate(objective, tally).orElse(0) > factor);
            if (both) {
                firing.add(new Firing(pair.urgency(), pair.longWindow(), pair.shortWindow(), factor));
            }
        }
        return firing;
    }

    private static List<Left> history(BudgetAccount account, Instant now, Duration since) {
        List<Left> history = new ArrayList<>();
        for (int i = 1; i <= POINTS && since.isPositive(); i++) {
            Instant at = now.minus(since).plus(since.multipliedBy(i).dividedBy(POINTS));
            OptionalDouble spent = account.at(at).spentShare();
            history.add(new Left(
                    at, spent.isPresent() ? OptionalDouble.of(1 - spent.getAsDouble()) : OptionalDouble.empty()));
        }
        return history;
    }

    private static List<Day> days(Ledger ledger, Budget budget, Instant now, Duration since) {
        List<Day> days = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate first = LocalDate.ofInstant(now.minus(since), ZoneOffset.UTC);
        for (LocalDate day = first; since.isPositive() && !day.isAfter(last); day = day.plusDays(1)) {
            Tally tally = ledger.between(
                    day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            OptionalDouble share = tally.total() > 0 && budget.allowed() > 0
                    ? OptionalDouble.of(tally.bad() / budget.allowed())
                    : OptionalDouble.empty();
            days.add(new Day(day, tally.bad(), tally.total(), share));
        }
        return days;
    }
}
