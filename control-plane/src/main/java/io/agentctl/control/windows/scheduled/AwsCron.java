package io.agentctl.control.windows.scheduled;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cron expressions of five fields as Application Auto Scaling writes them: six fields with the year last, a {@code ?}
 * for the day that does not matter, and days of the week from Sunday as 1, which are written as names here.
 */
final class AwsCron {

    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Pattern NUMBER = Pattern.compile("(?<![/\\d])\\d+");

    private AwsCron() {}

    /** For example {@code cron(0 20 ? * MON-FRI *)} for {@code 0 20 * * 1-5}. */
    static String of(String expression) {
        String[] fields = expression.strip().split("\\s+", -1);
        boolean everyWeekday = fields[4].equals("*");
        String dayOfMonth = everyWeekday ? fields[2] : "?";
        String dayOfWeek = everyWeekday ? "?" : names(fields[4]);
        return "cron(" + String.join(" ", fields[0], fields[1], dayOfMonth, fields[3], dayOfWeek, "*") + ")";
    }

    private static String names(String days) {
        Matcher numbers = NUMBER.matcher(days);
        return numbers.replaceAll(number -> DAYS.get(Integer.parseInt(number.group()) % DAYS.size()))
                .toUpperCase(Locale.ROOT);
    }
}
