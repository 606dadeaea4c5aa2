package io.agentctl.cli.alarms;

import java.time.Duration;

/** Times as people read them. */
final class Lengths {

    private Lengths() {}

    /** Days, hours and minutes: {@code 2d 3h}, {@code 5m}; seconds below two minutes. */
    static String text(Duration length) {
        if (length.toSeconds() < 120) {
            return length.toSeconds() + "s";
        }
        long days = length.toDays();
        String text = (days > 0 ? days + "d " : "")
                + (length.toHoursPart() > 0 ? length.toHoursPart() + "h " : "")
                + (length.toMinutesPart() > 0 && days == 0 ? length.toMinutesPart() + "m" : "");
        return text.strip();
    }
}
