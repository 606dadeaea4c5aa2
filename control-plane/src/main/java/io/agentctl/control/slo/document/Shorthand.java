package io.agentctl.control.slo.document;

import java.time.Duration;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenSLO's durations: a number and one letter, of which {@code m} are minutes and {@code M} months. */
public final class Shorthand {

    private static final Pattern SHORTHAND = Pattern.compile("(-?\\d{1,6})([smhdwMQY])");
    private static final int MONTHS_A_QUARTER = 3;
    private static final int DAYS_A_WEEK = 7;

    private Shorthand() {}

    /**
     * A length that every clock measures alike.
     *
     * @param text such as {@code 30d}; seconds, {@code 300s}, are taken too, which OpenSLO does not have
     * @throws IllegalArgumentException for anything else, months among it
     */
    public static Duration duration(String text) {
        Matcher matcher = matched(text);
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case "w" -> Duration.ofDays(DAYS_A_WEEK * number);
            default -> throw new IllegalArgumentException(text);
        };
    }

    /**
     * A length on a calendar.
     *
     * @param text such as {@code 1M}
     * @throws IllegalArgumentException for anything else, hours among it
     */
    public static Period period(String text) {
        Matcher matcher = matched(text);
        int number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Period.ofDays(number);
            case "w" -> Period.ofWeeks(number);
            case "M" -> Period.ofMonths(number);
            case "Q" -> Period.ofMonths(MONTHS_A_QUARTER * number);
            case "Y" -> Period.ofYears(number);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Matcher matched(String text) {
        Matcher matcher = SHORTHAND.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return matcher;
    }
}
