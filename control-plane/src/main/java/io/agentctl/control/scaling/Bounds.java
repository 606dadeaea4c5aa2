package io.agentctl.control.scaling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least and the most that scaling moves a quantity to.
 *
 * @param min at least 0
 * @param max at least {@code min}
 */
public record Bounds(int min, int max) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    public Bounds {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("bounds are 0 or more, the least first, not " + min + " and " + max);
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static Bounds parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not bounds: " + text);
        }
        return new Bounds(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** {@code 2-10}. */
    @Override
    public String toString() {
        return min + "-" + max;
    }
}
