package io.agentctl.control.slo.document;

import io.agentctl.control.slo.ObjectiveWindow;
import io.agentctl.control.slo.ObjectiveWindow.Calendar;
import io.agentctl.control.slo.ObjectiveWindow.Rolling;
import io.agentctl.control.yaml.Form;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Reads the window of an SLO (OpenSLO v1, "SLO", {@code timeWindow}). */
final class WindowForm {

    /** Where an SLO has none: the month of the burn rates that everybody knows. */
    static final ObjectiveWindow USUAL = new Rolling(Duration.ofDays(30));

    private static final List<String> KEYS = List.of("duration", "isRolling", "calendar");
    private static final List<String> CALENDAR = List.of("startTime", "timeZone");
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    /** CloudWatch keeps no metric longer (CloudWatch User Guide, "Metrics retention"). */
    private static final Duration LONGEST = Duration.ofDays(455);

    private WindowForm() {}

    static Optional<ObjectiveWindow> read(Form slo) {
        if (!slo.has("timeWindow")) {
            return Optional.of(USUAL);
        }
        List<Form> windows = slo.forms("timeWindow", KEYS);
        if (windows.size() != 1) {
            slo.wrong("timeWindow", "an SLO has one time window, not " + windows.size());
            return Optional.empty();
        }
        Form window = windows.getFirst().needs("duration", "a time window needs a 'duration', such as 30d");
        boolean rolling = window.truth("isRolling").orElse(!window.has("calendar"));
        if (rolling == window.has("calendar")) {
            window.wrong(
                    "isRolling",
                    rolling
                            ? "a window on a calendar does not roll: leave 'calendar' or 'isRolling: true' out"
                            : "a window that does not roll needs a 'calendar' with 'startTime' and 'timeZone'");
            return Optional.empty();
        }
        return rolling ? rolling(window) : calendar(window);
    }

    private static Optional<ObjectiveWindow> rolling(Form window) {
        return window.value(
                        "duration",
                        Shorthand::duration,
                        "minutes, hours, days or weeks such as 30d in a rolling window (months differ in length)")
                .filter(length -> lengthIsRight(window, length, !length.isPositive()))
                .map(Rolling::new);
    }

    @SuppressWarnings("JavaPeriodGetDays") // The months are counted beside them.
    private static Optional<ObjectiveWindow> calendar(Form window) {
        Optional<Period> each = window.value(
                        "duration",
                        Shorthand::period,
                        "days, weeks, months, quarters or years such as 1M on a calendar")
                .filter(length -> lengthIsRight(
                        window,
                        Duration.ofDays(length.toTotalMonths() * 31 + length.getDays()),
                        length.isZero() || length.isNegative()));
        Optional<Form> calendar = window.form("calendar", CALENDAR)
                .map(form -> form.needs("startTime", "a calendar needs a 'startTime', such as 2026-01-01 00:00:00")
                        .needs("timeZone", "a calendar needs a 'timeZone', such as Europe/Berlin"));
        Optional<LocalDateTime> start = calendar.flatMap(form ->
                form.value("startTime", WindowForm::start, "a local date and time such as 2026-01-01 00:00:00"));
        Optional<ZoneId> zone =
                calendar.flatMap(form -> form.value("timeZone", WindowForm::zone, "a time zone such as Europe/Berlin"));
        if (each.isEmpty() || start.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Calendar(start.get(), each.get(), zone.get()));
    }

    private static boolean lengthIsRight(Form window, Duration length, boolean notPositive) {
        String text = window.text("duration").orElse("");
        if (notPositive) {
            window.findings()
                    .error(window.valuePosition("duration"), "a window has a positive length, not '" + text + "'");
        } else if (length.compareTo(LONGEST) > 0) {
            window.findings()
                    .error(
                            window.valuePosition("duration"),
                            "CloudWatch keeps metrics for " + LONGEST.toDays() + " days, which '" + text + "' exceeds");
        }
        return !notPositive && length.compareTo(LONGEST) <= 0;
    }

    private static LocalDateTime start(String text) {
        try {
            return text.contains(" ")
                    ? LocalDateTime.parse(text, START)
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException(text, notATime);
        }
    }

    /** Only names of the zone database: offsets such as +01:00 know nothing of summer. */
    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return ZoneId.of(name);
    }
}
