package io.agentctl.control.alarms.compose;

import java.time.Duration;

/** Times as names and sentences have them. */
final class Lengths {

    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private Lengths() {}

    /** In the largest unit that gives a whole number: {@code 3d}, {@code 90m}. */
    static String text(Duration length) {
        long seconds = length.toSeconds();
        if (seconds % DAY == 0) {
            return seconds / DAY + "d";
        }
        if (seconds % HOUR == 0) {
            return seconds / HOUR + "h";
        }
        return seconds % MINUTE == 0 ? seconds / MINUTE + "m" : seconds + "s";
    }

    /** As precise as an operator wants it: {@code 52s}, {@code 8m}, {@code 1.5h}, {@code 2.3d}. */
    static String about(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 2 * MINUTE) {
            return seconds + "s";
        }
        if (seconds < 2 * HOUR) {
            return Math.round((double) seconds / MINUTE) + "m";
        }
        return seconds < 2 * DAY
                ? Figures.text((double) seconds / HOUR) + "h"
                : Figures.text((double) seconds / DAY) + "d";
    }
}
