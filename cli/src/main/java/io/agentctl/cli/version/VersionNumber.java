package io.agentctl.cli.version;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version such as {@code 1.4.0} or {@code 2.0.0-rc.1}.
 *
 * @param value its text
 */
record VersionNumber(String value) implements Comparable<VersionNumber> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6}){0,3})(?:-([A-Za-z0-9.]{1,40}))?");

    VersionNumber {
        if (!isOne(value)) {
            throw new IllegalArgumentException("a version is like 1.4.0 or 2.0.0-rc.1, not \"" + value + "\"");
        }
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** By its numbers, missing ones being 0; one with a suffix comes before the same without. */
    @Override
    public int compareTo(VersionNumber other) {
        int[] mine = numbers();
        int[] theirs = other.numbers();
        for (int i = 0; i < Math.max(mine.length, theirs.length); i++) {
            int order = Integer.compare(at(mine, i), at(theirs, i));
            if (order != 0) {
                return order;
            }
        }
        if (suffix().isEmpty() || other.suffix().isEmpty()) {
            return Boolean.compare(suffix().isEmpty(), other.suffix().isEmpty());
        }
        return suffix().compareTo(other.suffix());
    }

    @Override
    public String toString() {
        return value;
    }

    private int[] numbers() {
        return Arrays.stream(value.split("-", 2)[0].split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private String suffix() {
        Matcher matcher = FORM.matcher(value);
        return matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
    }

    private static int at(int[] numbers, int index) {
        return index < numbers.length ? numbers[index] : 0;
    }
}
