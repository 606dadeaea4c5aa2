package io.agentctl.control.alarms.replay;

import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of an objective's error budget was spent between two times. */
final class BudgetMeter {

    private final Minutes minutes;
    /** What was bad up to the end of each minute, in events or in minutes. */
    private final double[] badUntil;
    /** What the whole window may have of it. */
    private final double budget;

    private BudgetMeter(Minutes minutes, double[] badUntil, double budget) {
        this.minutes = minutes;
        this.badUntil = badUntil;
        this.budget = budget;
    }

    /** What has to be read for it. */
    static Stream<Wanted> wanted(Objective objective) {
        int period = sliceSeconds(objective);
        Duration reach = Duration.ofSeconds(period);
        return switch (objective.indicator()) {
            case Indicator.Ratio ratio ->
                Stream.of(
                        new Wanted(single(ratio.events()), period, reach),
                        new Wanted(single(ratio.total()), period, reach));
            case Indicator.Threshold threshold -> Stream.of(new Wanted(single(threshold.figure()), period, reach));
        };
    }

    /** Empty if nothing was measured. */
    static Optional<BudgetMeter> of(Objective objective, Measured measured, Minutes minutes) {
        int period = sliceSeconds(objective);
        double[] bad = new double[minutes.count()];
        double[] all = new double[minutes.count()];
        switch (objective.indicator()) {
            case Indicator.Ratio ratio -> {
                double[] events = values(measured, ratio.events(), period, minutes);
                double[] total = values(measured, ratio.total(), period, minutes);
                for (int i = 0; i < bad.length; i++) {
                    double count = orZero(total[i]);
                    double wrong = ratio.counted() == Indicator.Counted.BAD
                            ? orZero(events[i])
                            : Math.max(0, count - orZero(events[i]));
                    bad[i] = share(objective.budgeting(), wrong, count);
                    all[i] = objective.budgeting() instanceof Budgeting.Occurrences ? count : 1;
                }
            }
            case Indicator.Threshold threshold -> {
                double[] figures = values(measured, threshold.figure(), period, minutes);
                for (int i = 0; i < bad.length; i++) {
                    boolean wrong =
                            !Double.isNaN(figures[i]) && !threshold.good().breaches(figures[i], threshold.limit());
                    bad[i] = wrong ? 1 : 0;
                    all[i] = 1;
                }
            }
        }
        double seen = 0;
        for (int i = 0; i < bad.length; i++) {
            seen += all[i];
            bad[i] += i == 0 ? 0 : bad[i - 1];
        }
        double windows = (double) objective.window().length().toMinutes() / minutes.count();
        return seen == 0
                ? Optional.empty()
                : Optional.of(new BudgetMeter(minutes, bad, objective.budget() * seen * windows));
    }

    /** The share of the budget, over 1 if it was more than all of it. */
    double spent(Instant from, Instant to) {
        return Math.max(0, until(to) - until(from)) / budget;
    }

    private double until(Instant time) {
        long index = Math.floorDiv(Duration.between(minutes.from(), time).toSeconds(), (long) Minutes.MINUTE);
        return index < 0 ? 0 : badUntil[(int) Math.min(index, badUntil.length - 1)];
    }

    /** Of events their number; of slices of time, each minute that ends a bad one. */
    private static double share(Budgeting budgeting, double wrong, double count) {
        return switch (budgeting) {
            case Budgeting.Occurrences ignored -> wrong;
            case Budgeting.TimeSlices slices -> count > 0 && 1 - wrong / count < slices.goodFrom() ? 1 : 0;
        };
    }

    private static double[] values(Measured measured, Indicator.Reading reading, int period, Minutes minutes) {
        Windowed windowed = measured.read(single(reading), period);
        double[] values = new double[minutes.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = windowed.before(minutes.second(i), 1).values()[0] * reading.factor();
        }
        return values;
    }

    private static Watched.Single single(Indicator.Reading reading) {
        return new Watched.Single(reading.metric(), reading.statistic(), reading.unit());
    }

    private static int sliceSeconds(Objective objective) {
        return switch (objective.budgeting()) {
            case Budgeting.Occurrences ignored -> Minutes.MINUTE;
            case Budgeting.TimeSlices slices -> (int) slices.slice().toSeconds();
        };
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
