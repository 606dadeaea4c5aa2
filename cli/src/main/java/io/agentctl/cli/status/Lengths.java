package io.agentctl.cli.status;

import java.time.Duration;

/** Times as people read them. */
final class Lengths {

    private Lengths() {}

    /** {@code 2d}, {@code 3h 5m}, {@code 40s}. */
    static String text(Duration length) {
        if (length.compareTo(Duration.ofMinutes(2)) < 0) {
            return length.toSeconds() + "s";
        }
        if (length.toDays() > 0) {
            return length.toDays() + "d" + (length.toHoursPart() > 0 ? " " + length.toHoursPart() + "h" : "");
        }
        return (length.toHours() > 0 ? length.toHours() + "h" : "")
                + (length.toHours() > 0 && length.toMinutesPart() > 0 ? " " : "")
                + (length.toMinutesPart() > 0 ? length.toMinutesPart() + "m" : "");
    }
}
