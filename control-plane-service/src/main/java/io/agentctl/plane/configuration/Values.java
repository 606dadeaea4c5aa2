package io.agentctl.plane.configuration;

import io.agentctl.control.yaml.Form;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that several sections have. What is wrong is noted, and the default stands in for it. */
final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KiB|MiB)?");
    private static final Map<String, Integer> UNITS = Map.of("B", 1, "KiB", 1024, "MiB", 1024 * 1024);

    private Values() {}

    /** A length of time from {@code least} to {@code most}. */
    static Duration duration(Form form, String key, Duration otherwise, Duration least, Duration most) {
        return form.value(
                        key,
                        text -> {
                            Duration found = duration(text);
                            if (found.compareTo(least) < 0 || found.compareTo(most) > 0) {
                                throw new IllegalArgumentException(text);
                            }
                            return found;
                        },
                        "a duration from " + text(least) + " to " + text(most))
                .orElse(otherwise);
    }

    /** A whole number from {@code least} to {@code most}. */
    static int number(Form form, String key, int otherwise, int least, int most) {
        return form.value(
                        key,
                        text -> {
                            int number = Integer.parseInt(text);
                            if (number < least || number > most) {
                                throw new IllegalArgumentException(text);
                            }
                            return number;
                        },
                        "a whole number from " + least + " to " + most)
                .orElse(otherwise);
    }

    /** Bytes, such as {@code 256KiB}; at least one. */
    static int bytes(Form form, String key, int otherwise) {
        return form.value(key, Values::size, "a size such as 8192, 256KiB or 1MiB")
                .orElse(otherwise);
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static String text(Duration duration) {
        if (duration.toMillis() % 1000 != 0 || duration.isZero()) {
            return duration.toMillis() + "ms";
        }
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return duration.toDays() + "d";
        }
        if (seconds % 3600 == 0) {
            return duration.toHours() + "h";
        }
        return seconds % 60 == 0 ? duration.toMinutes() + "m" : seconds + "s";
    }

    private static int size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        long bytes = Long.parseLong(matcher.group(1)) * UNITS.get(unit);
        if (bytes < 1 || bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(text);
        }
        return (int) bytes;
    }
}
