package io.agentctl.control.slo.report;

import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.Objective.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well one objective is kept.
 *
 * @param name the objective's
 * @param service whose it is
 * @param promise in words
 * @param line where its figure turns from good to bad
 * @param standing the verdict
 * @param level how the figure stands to the levels of the file
 * @param target the share that must be good
 * @param measured the share that was, if anything was measured
 * @param figure of an indicator with a limit: its latest figure, in the metric's unit; of a ratio the share that is
 *     shown, in percent
 * @param from when the window began
 * @param to when it ends; of windows on a calendar, in the future
 * @param budget what may be bad
 * @param burns how fast the budget was spent lately, the shortest time first
 * @param firing the pairs of windows that are over their burn rate now
 * @param forecast when the budget will be gone; absent without figures of the last while
 * @param unknown for how long of the window there are no figures
 * @param newest when the latest figure ends
 * @param history the budget that was left, over the time that was asked for
 * @param days what was spent on each day of that time
 */
public record ObjectiveReport(
        String name,
        String service,
        String promise,
        Line line,
        Standing standing,
        Level level,
        double target,
        OptionalDouble measured,
        OptionalDouble figure,
        Instant from,
        Instant to,
        Budget budget,
        List<Burn> burns,
        List<Firing> firing,
        Optional<Forecast> forecast,
        Duration unknown,
        Optional<Instant> newest,
        List<Left> history,
        List<Day> days) {

    public ObjectiveReport {
        burns = List.copyOf(burns);
        firing = List.copyOf(firing);
        history = List.copyOf(history);
        days = List.copyOf(days);
    }

    /**
     * Where a figure turns from good to bad, to be drawn beside what was measured.
     *
     * @param metric its namespace, name and dimensions; of ratios, that of the events which are counted besides all
     * @param statistic such as {@code p95}; of ratios {@code share}, in percent of all events
     * @param period over which the figure is taken
     * @param limit in the metric's unit, or in percent
     * @param higherIsWorse whether figures over the limit are bad, or those under it
     */
    public record Line(String metric, String statistic, Duration period, double limit, boolean higherIsWorse) {

        /** The statistic of ratios. */
        public static final String SHARE = "share";

        static Line of(Objective objective) {
            Optional<Budgeting.TimeSlices> slices = objective.budgeting() instanceof Budgeting.TimeSlices sliced
                    ? Optional.of(sliced)
                    : Optional.empty();
            Duration period = slices.map(Budgeting.TimeSlices::slice).orElse(Duration.ofMinutes(1));
            boolean higherIsWorse = objective.levels().higherIsWorse();
            return switch (objective.indicator()) {
                case Indicator.Threshold threshold ->
                    new Line(
                            threshold.figure().metric().toString(),
                            threshold.figure().statistic().awsName(),
                            period,
                            threshold.limit(),
                            higherIsWorse);
                case Indicator.Ratio ratio -> {
                    double good = slices.map(Budgeting.TimeSlices::goodFrom).orElse(objective.target());
                    BigDecimal percent = BigDecimal.valueOf(good).movePointRight(2);
                    yield new Line(
                            ratio.events().metric().toString(),
                            SHARE,
                            period,
                            (higherIsWorse ? BigDecimal.valueOf(100).subtract(percent) : percent).doubleValue(),
                            higherIsWorse);
                }
            };
        }
    }

    /** How an objective stands. */
    public enum Standing {
        KEPT,
        /** It is kept, and its budget is being spent faster than a pair of windows allows. */
        BURNING,
        /** More was bad than may be. */
        MISSED,
        /** Nothing was measured. */
        UNKNOWN
    }

    /** What the numbers of a budget count. */
    public enum Unit {
        EVENTS,
        MINUTES
    }

    /**
     * An error budget.
     *
     * @param unit what is counted
     * @param total how much there was
     * @param allowed how much of it may be bad; of windows on a calendar, up to their end
     * @param spent how much was
     * @param spentShare of what is allowed; over 1 where the objective is missed, absent where nothing was measured
     */
    public record Budget(Unit unit, double total, double allowed, double spent, OptionalDouble spentShare) {

        /** What is left; negative where too much was spent. */
        public double left() {
            return allowed - spent;
        }
    }

    /**
     * How fast budget was spent.
     *
     * @param window over which time, up to now
     * @param rate 1 spends the whole budget in just the objective's window; absent where nothing was measured
     */
    public record Burn(Duration window, OptionalDouble rate) {}

    /** A pair of windows over its burn rate. */
    public record Firing(Urgency urgency, Duration longWindow, Duration shortWindow, double factor) {}

    /**
     * What comes if it goes on as in the last while.
     *
     * @param basis how long that while is
     * @param gone when the budget is gone then; absent if it lasts
     * @param until how far was looked ahead
     */
    public record Forecast(Duration basis, Optional<Instant> gone, Instant until) {}

    /** The share of the budget that was left at a time; negative where too much was spent. */
    public record Left(Instant at, OptionalDouble share) {}

    /**
     * One day.
     *
     * @param spentShare what it spent, of the whole budget as it is now; absent where nothing was measured
     */
    public record Day(LocalDate day, double bad, double total, OptionalDouble spentShare) {}
}
