package io.agentctl.control.ecs;

import java.time.Duration;
import java.util.Locale;

/** Durations as operators write them. */
final class Durations {

    private Durations() {}

    /** For example {@code 10m} or {@code 1h30m}. */
    static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
