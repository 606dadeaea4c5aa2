package io.agentctl.control.windows;

import io.agentctl.control.windows.WindowFinding.Severity;
import io.agentctl.control.windows.calendar.Schedule.Odd;
import io.agentctl.control.windows.calendar.WindowCalendar;
import io.agentctl.control.windows.calendar.ZoneTimes.Oddity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Looks for mistakes in windows that could be read: a pure function of the file, the project's services and now. */
public final class WindowChecker {

    private static final Duration LOOK_AHEAD = Duration.ofDays(2 * 366);
    /** Of a time that is odd every year, the next times say enough. */
    private static final int MOST_ODDITIES = 4;

    private final Instant now;
    private final List<WindowFinding> findings = new ArrayList<>();

    private WindowChecker(Instant now) {
        this.now = now;
    }

    /**
     * What there is to know of windows, line by line.
     *
     * @param services the project's services; empty if it names none
     */
    public static List<WindowFinding> check(WindowFile file, Collection<String> services, Instant now) {
        WindowChecker checker = new WindowChecker(now);
        file.windows().forEach(checker::changes);
        file.windows().forEach(checker::clocks);
        checker.findings.addAll(WindowOverlaps.find(file, services));
        return checker.findings.stream()
                .sorted(Comparator.comparingInt(WindowFinding::line).thenComparingInt(WindowFinding::column))
                .toList();
    }

    private void changes(Window window) {
        WindowCalendar calendar = window.calendar();
        if (!calendar.transitions(now, now.plus(LOOK_AHEAD)).isEmpty()) {
            return;
        }
        findings.add(WindowFinding.at(
                window.places().sleep(),
                Severity.ERROR,
                window,
                calendar.at(now).asleep()
                        ? "has its services asleep always, or for two years at least: they would never come back"
                        : "has nothing asleep in the next two years"));
    }

    private void clocks(Window window) {
        window.calendar().schedule().oddities(now, now.plus(LOOK_AHEAD)).stream()
                .limit(MOST_ODDITIES)
                .forEach(odd -> findings.add(WindowFinding.at(
                        odd.sleep() ? window.places().sleep() : window.places().wake(),
                        Severity.NOTE,
                        window,
                        sentence(odd, window))));
    }

    private static String sentence(Odd odd, Window window) {
        return odd.local() + " in " + window.calendar().zone()
                + (odd.oddity() == Oddity.DOES_NOT_EXIST
                        ? " does not exist, since clocks go forward: it counts when they have"
                        : " comes twice, since clocks go back: its first coming counts");
    }
}
