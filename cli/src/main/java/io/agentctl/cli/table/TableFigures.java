package io.agentctl.cli.table;

import io.agentctl.control.capacity.SettingCost;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures as the tables of this package show them. */
final class TableFigures {

    private static final double FEW = 10;
    private static final double KILO = 1024;

    private TableFigures() {}

    /** Units a second, with as many digits as tell small ones apart: 0.04, 3.2, 1,204. */
    static String units(double units) {
        String format = units == 0 || units >= FEW ? "%,.0f" : units < 1 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, format, units);
    }

    /** A share as a percentage: 0%, 0.4%, 37%. */
    static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent > 0 && percent < FEW ? "%.1f%%" : "%.0f%%", percent);
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : "-";
    }

    /** What a setting costs in a month; a dash where there is none. */
    static String cost(Optional<SettingCost> cost) {
        return cost.map(one -> one.monthly().toString()).orElse("-");
    }

    static String setting(Optional<SettingCost> cost) {
        return cost.map(SettingCost::setting).orElse("");
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String bytes(long bytes) {
        double size = bytes;
        String unit = "B";
        for (String next : new String[] {"KB", "MB", "GB", "TB"}) {
            if (size < KILO) {
                break;
            }
            size /= KILO;
            unit = next;
        }
        return units(size) + " " + unit;
    }

    /** {@code minute}, {@code 5 minutes}: what comes after "every". */
    static String period(Duration period) {
        return period.toMinutes() == 1 ? "minute" : period.toHours() == 1 ? "hour" : period.toMinutes() + " minutes";
    }

    /** {@code 14 days}, {@code 5 hours}, {@code 40 minutes}. */
    static String time(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " days";
        }
        long minutes = time.toMinutes();
        return time.toHours() >= 2 ? time.toHours() + " hours" : minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
