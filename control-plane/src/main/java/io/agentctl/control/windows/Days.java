package io.agentctl.control.windows;

import io.agentctl.control.windows.calendar.LocalTimes;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Days of the week, as windows name them.
 *
 * @param days at least one
 */
record Days(Set<DayOfWeek> days) {

    private static final int LETTERS = 3;

    Days {
        days = Set.copyOf(days);
    }

    /** Reads {@code mon}, or {@code mon-fri}, which may go over Sunday. */
    static Days parse(String text) {
        int dash = text.indexOf('-');
        DayOfWeek first = day(dash < 0 ? text : text.substring(0, dash));
        DayOfWeek last = dash < 0 ? first : day(text.substring(dash + 1));
        EnumSet<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return new Days(days);
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word(day).equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, LETTERS);
    }

    Days and(Days others) {
        EnumSet<DayOfWeek> all = EnumSet.copyOf(days);
        all.addAll(others.days);
        return new Days(all);
    }

    /** The days after them. */
    Days next() {
        return new Days(days.stream().map(day -> day.plus(1)).collect(Collectors.toSet()));
    }

    /** A time on each of them. */
    LocalTimes at(LocalTime time) {
        String names = days.stream()
                .sorted()
                .map(Days::word)
                .collect(Collectors.joining(","))
                .toUpperCase(Locale.ROOT);
        return LocalTimes.parse(time.getMinute() + " " + time.getHour() + " * * " + names);
    }
}
