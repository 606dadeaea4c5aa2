package io.agentctl.control.windows.scheduled;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cron expressions of five fields as Application Auto Scaling writes them: six fields with the year last, a {@code ?}
 * for the day that does not matter, and days of the week from Sunday as 1, which are written as names here.
 */
final class AwsCron {

    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private AwsCron() {}

    /** For example {@code cron(0 20 ? * MON-FRI *)} for {@code 0 20 * * 1-5}. */
    static String of(String expression) {
        String[] fields = expression.strip().split("\\s+", -1);
        boolean everyWeekday = fields[4].equals("*");
        String dayOfMonth = everyWeekday ? fields[2] : "?";
        String dayOfWeek = everyWeekday
                ? "?"
                : Stream.of(fields[4].toUpperCase(Locale.ROOT).split(",", -1))
                        .map(AwsCron::days)
                        .collect(Collectors.joining(","));
        return "cron(" + String.join(" ", fields[0], fields[1], dayOfMonth, fields[3], dayOfWeek, "*") + ")";
    }

    /** A day, or days of which the last is after the first, as a range; others one by one. */
    private static String days(String item) {
        String[] step = item.split("/", -1);
        String[] range = step[0].split("-", -1);
        if (range.length < 2) {
            return step[0].equals("*") ? item : DAYS.get(number(step[0])) + rest(step);
        }
        int first = number(range[0]);
        int last = number(range[1]);
        if (first < last) {
            return DAYS.get(first) + "-" + DAYS.get(last) + rest(step);
        }
        List<String> days = new ArrayList<>();
        int by = step.length < 2 ? 1 : Integer.parseInt(step[1]);
        for (int day = first; day <= last + DAYS.size(); day += by) {
            days.add(DAYS.get(day % DAYS.size()));
        }
        return String.join(",", days);
    }

    private static String rest(String[] step) {
        return step.length < 2 ? "" : "/" + step[1];
    }

    /** From Sunday as 0, which is 7 as well. */
    private static int number(String day) {
        int named = DAYS.indexOf(day);
        return named < 0 ? Integer.parseInt(day) % DAYS.size() : named;
    }
}
