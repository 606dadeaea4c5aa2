package io.agentctl.policies.compile;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that are to become instants and durations: CEL would find only at evaluation that they do not. */
final class Times {

    private static final Pattern DURATION = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?(?:h|ms|m|s|us|µs|ns))+|0");

    private Times() {}

    /** What is wrong with the text that a function is given, if anything is. */
    static Optional<String> problem(String function, String text) {
        return switch (function) {
            case "timestamp" ->
                isInstant(text) ? Optional.empty() : Optional.of("not an instant, such as 2026-01-31T00:00:00Z");
            case "duration" ->
                DURATION.matcher(text).matches()
                        ? Optional.empty()
                        : Optional.of("not a duration, such as 90s or 1h30m");
            default -> Optional.empty();
        };
    }

    private static boolean isInstant(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException ignored) {
            return false;
        }
    }
}
