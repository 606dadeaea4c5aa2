package io.agentctl.control.windows;

import io.agentctl.control.windows.calendar.WindowCalendar;
import io.agentctl.control.windows.calendar.WindowCalendar.Transition;
import io.agentctl.control.windows.calendar.WindowCalendar.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * When some services sleep.
 *
 * @param name unique in its file
 * @param selector which services
 * @param calendar when
 * @param floor tasks that stay while they sleep
 * @param enforce whether a service that somebody scaled by hand while it slept is put back
 * @param places where that is said
 */
public record Window(
        String name, Selector selector, WindowCalendar calendar, int floor, boolean enforce, WindowPlaces places) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    /** What should be true of its services at an instant. */
    public Level at(Instant at) {
        Verdict verdict = calendar.at(at);
        String next = calendar.next(at).map(this::time).orElse("");
        String why = "window " + name + (verdict.why().isEmpty() ? "" : ": " + verdict.why());
        if (verdict.asleep()) {
            return new Level(true, name, floor, enforce, why + (next.isEmpty() ? ", without end" : " until " + next));
        }
        return new Level(false, name, 0, enforce, why + (next.isEmpty() ? " never begins" : " begins " + next));
    }

    private String time(Transition transition) {
        return text(transition.at(), calendar.zone());
    }

    /** An instant as the clocks of a zone show it, such as {@code Mon 2026-03-02 20:00}. */
    public static String text(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** When services next fall asleep or wake. */
    Optional<Instant> next(Instant after) {
        return calendar.next(after).map(Transition::at);
    }
}
