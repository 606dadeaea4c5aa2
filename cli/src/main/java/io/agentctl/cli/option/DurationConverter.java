package io.agentctl.cli.option;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Durations: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 14d}, {@code 2w}, {@code 500ms}, or ISO-8601. */
public final class DurationConverter {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|w)");

    private DurationConverter() {}

    /** Reads one; throws TypeConversionException. */
    public static Duration parse(String text) {
        if (text.startsWith("P") || text.startsWith("p")) {
            return iso(text);
        }
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            throw notOne(text);
        }
        return sum;
    }

    private static Duration iso(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw notOne(text);
            }
            return duration;
        } catch (DateTimeParseException ignored) {
            throw notOne(text);
        }
    }

    private static Duration unit(String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }

    private static TypeConversionException notOne(String text) {
        return new TypeConversionException("'" + text + "' is not a duration such as 90s, 10m, 1h30m or 14d");
    }
}
