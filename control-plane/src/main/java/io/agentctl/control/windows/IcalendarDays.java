package io.agentctl.control.windows;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The whole days that an iCalendar file (RFC 5545) names: events whose start is a date, up to their end, once or every
 * year. Events with a time of day, and other rules of recurrence, are refused rather than misunderstood.
 */
final class IcalendarDays {

    /** How many years an event that recurs without end is taken to recur. */
    private static final int YEARS = 60;

    private static final int DATE = "20261225".length();

    private final Path file;
    private final Set<LocalDate> days = new TreeSet<>();
    private final Map<String, String> event = new HashMap<>();
    private boolean inEvent;

    private IcalendarDays(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws AgentctlException BAD_DOCUMENT if it cannot be read, or has what is not understood
     */
    static Set<LocalDate> read(Path file) {
        try {
            IcalendarDays reader = new IcalendarDays(file);
            String unfolded = Files.readString(file).replaceAll("\r?\n[ \t]", "");
            if (!unfolded.stripLeading().startsWith("BEGIN:VCALENDAR")) {
                throw reader.refused("no calendar: it does not begin with BEGIN:VCALENDAR");
            }
            unfolded.lines().forEach(reader::line);
            return reader.days;
        } catch (IOException problem) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT, "cannot read " + file + ": " + problem, "", null, problem);
        }
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return;
        }
        String name = line.substring(0, colon).split(";", -1)[0].toUpperCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        if (name.equals("BEGIN") && value.equalsIgnoreCase("VEVENT")) {
            event.clear();
            inEvent = true;
        } else if (name.equals("END") && value.equalsIgnoreCase("VEVENT")) {
            add();
            inEvent = false;
        } else if (inEvent) {
            event.putIfAbsent(name, value);
        }
    }

    private void add() {
        LocalDate from = date("DTSTART");
        LocalDate to = event.containsKey("DTEND") ? date("DTEND") : from.plusDays(1);
        Map<String, String> rule = rule();
        int most =
                Integer.parseInt(rule.getOrDefault("COUNT", Integer.toString(event.containsKey("RRULE") ? YEARS : 1)));
        int interval = Integer.parseInt(rule.getOrDefault("INTERVAL", "1"));
        LocalDate until = rule.containsKey("UNTIL") ? date(rule.get("UNTIL")) : LocalDate.MAX;
        for (int i = 0; i < most; i++) {
            LocalDate first = from.plusYears((long) i * interval);
            if (first.isAfter(until)) {
                return;
            }
            first.datesUntil(first.plusDays(to.toEpochDay() - from.toEpochDay()))
                    .forEach(days::add);
        }
    }

    private Map<String, String> rule() {
        Map<String, String> rule = new HashMap<>();
        if (!event.containsKey("RRULE")) {
            return rule;
        }
        for (String part : event.get("RRULE").split(";", -1)) {
            int equals = part.indexOf('=');
            rule.put(part.substring(0, Math.max(0, equals)).toUpperCase(Locale.ROOT), part.substring(equals + 1));
        }
        boolean understood = "YEARLY".equalsIgnoreCase(rule.get("FREQ"))
                && List.of("FREQ", "COUNT", "INTERVAL", "UNTIL").containsAll(rule.keySet())
                && rule.getOrDefault("COUNT", "1").matches("\\d{1,4}")
                && rule.getOrDefault("INTERVAL", "1").matches("[1-9]\\d{0,2}");
        if (!understood) {
            throw refused("the rule " + event.get("RRULE") + "; only FREQ=YEARLY is understood");
        }
        return rule;
    }

    private LocalDate date(String name) {
        String value = event.containsKey(name) ? event.get(name) : name;
        if (value.length() != DATE && name.startsWith("DT")) {
            throw refused("an event with " + name + " " + value + "; holidays are whole days");
        }
        try {
            return LocalDate.parse(
                    value.substring(0, Math.min(DATE, value.length())), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException problem) {
            throw refused("an event whose " + name + " is no date");
        }
    }

    private AgentctlException refused(String what) {
        String summary = event.getOrDefault("SUMMARY", "");
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                file + " has " + what + (summary.isEmpty() ? "" : " (" + summary + ")"),
                "Give such days as dates: in the file of windows.");
    }
}
