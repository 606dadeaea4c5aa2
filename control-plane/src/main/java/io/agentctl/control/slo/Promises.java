package io.agentctl.control.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;

/** Words objectives. */
final class Promises {

    private static final int MINUTES_A_DAY = 1_440;
    private static final int MINUTES_AN_HOUR = 60;

    private Promises() {}

    static String words(Objective objective) {
        return Figures.plain(
                        BigDecimal.valueOf(objective.target()).movePointRight(2).doubleValue()) + " % of "
                + what(objective) + " in " + window(objective.window());
    }

    private static String what(Objective objective) {
        return switch (objective.indicator()) {
            case Indicator.Ratio ratio ->
                switch (objective.budgeting()) {
                    case Budgeting.Occurrences ignored -> ratio.total().metric().name() + " events good";
                    case Budgeting.TimeSlices slices ->
                        length(slices.slice()) + " slices with "
                                + Figures.plain(BigDecimal.valueOf(slices.goodFrom())
                                        .movePointRight(2)
                                        .doubleValue())
                                + " % of " + ratio.total().metric().name() + " events good";
                };
            case Indicator.Threshold threshold ->
                (objective.budgeting() instanceof Budgeting.TimeSlices slices
                                ? length(slices.slice()) + " slices"
                                : "values")
                        + " with " + threshold.figure().metric().name() + " "
                        + threshold.figure().statistic().awsName() + " "
                        + threshold.good().symbol() + " " + Figures.plain(threshold.limit());
        };
    }

    private static String window(ObjectiveWindow window) {
        return switch (window) {
            case ObjectiveWindow.Rolling rolling -> length(rolling.length());
            case ObjectiveWindow.Calendar calendar -> "each " + each(calendar.each());
        };
    }

    @SuppressWarnings("JavaPeriodGetDays") // A calendar window has months or days, never both.
    private static String each(Period each) {
        long months = each.toTotalMonths();
        if (months == 0) {
            return each.getDays() == 1 ? "day" : each.getDays() + " days";
        }
        return months == 1 ? "month" : months + " months";
    }

    /** {@code 30d}, {@code 6h}, {@code 5m}. */
    private static String length(Duration length) {
        long minutes = length.toMinutes();
        if (minutes % MINUTES_A_DAY == 0) {
            return minutes / MINUTES_A_DAY + "d";
        }
        return minutes % MINUTES_AN_HOUR == 0 ? minutes / MINUTES_AN_HOUR + "h" : minutes + "m";
    }
}
