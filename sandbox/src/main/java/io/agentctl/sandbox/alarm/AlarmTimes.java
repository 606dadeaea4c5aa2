package io.agentctl.sandbox.alarm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How alarms write times. */
final class AlarmTimes {
    private static final DateTimeFormatter IN_JSON = of("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'");
    private static final DateTimeFormatter IN_WORDS = of("EEEE dd MMMM, yyyy HH:mm:ss 'UTC'");

    private AlarmTimes() {}

    private static DateTimeFormatter of(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /** {@code 2026-11-24T15:01:00.000+0000}. */
    static String text(Instant instant) {
        return IN_JSON.format(instant);
    }

    /** {@code Tuesday 24 November, 2026 15:01:00 UTC}. */
    static String words(Instant instant) {
        return IN_WORDS.format(instant);
    }
}
