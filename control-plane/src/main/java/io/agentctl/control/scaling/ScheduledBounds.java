package io.agentctl.control.scaling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scheduled action: bounds that come into force at certain times, and stay.
 *
 * @param name unique for the quantity
 * @param schedule as Application Auto Scaling writes it, such as {@code cron(0 20 ? * MON-FRI *)}
 * @param timeZone an IANA name
 * @param bounds the least and the most from then on
 */
public record ScheduledBounds(String name, String schedule, String timeZone, Bounds bounds) {

    private static final Pattern FORM = Pattern.compile("(.+\\)) (\\S+) (\\d+-\\d+)");

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it did not write it
     */
    public static ScheduledBounds parse(String name, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a schedule with bounds: " + text);
        }
        return new ScheduledBounds(name, form.group(1), form.group(2), Bounds.parse(form.group(3)));
    }

    /** All but the name, in one line: {@code cron(0 20 ? * MON-FRI *) Europe/Berlin 0-0}. */
    public String text() {
        return schedule + " " + timeZone + " " + bounds;
    }
}
