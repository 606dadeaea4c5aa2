package io.agentctl.control.performance.scenario;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many requests in a time.
 *
 * @param perSecond at least 0
 */
public record Rate(double perSecond) {

    /** What a rate looks like, for messages. */
    public static final String FORM = "a rate such as 50/s, 1000/m or 3600/h";

    /** The highest that makes sense to ask of one machine. */
    private static final double MOST = 1_000_000;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(?:/(s|m|h))?");
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    public Rate {
        if (!(perSecond >= 0 && perSecond <= MOST)) {
            throw new IllegalArgumentException("a rate is from 0/s to 1000000/s, not " + perSecond);
        }
    }

    /**
     * Reads {@code 50/s}, {@code 1000/m}, {@code 3600/h}, or {@code 50}, which is a second.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Rate parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not " + FORM);
        }
        double number = Double.parseDouble(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        return new Rate(
                switch (unit) {
                    case "m" -> number / MINUTE;
                    case "h" -> number / HOUR;
                    default -> number;
                });
    }

    /** In the unit in which it is a round number. */
    @Override
    public String toString() {
        if (round(perSecond)) {
            return number(perSecond) + "/s";
        }
        return round(perSecond * MINUTE) ? number(perSecond * MINUTE) + "/m" : number(perSecond) + "/s";
    }

    private static boolean round(double number) {
        return Math.abs(number - Math.rint(number)) < 1e-9 * Math.max(1, number);
    }

    private static String number(double number) {
        return round(number) ? Long.toString(Math.round(number)) : String.format(Locale.ROOT, "%.3f", number);
    }
}
