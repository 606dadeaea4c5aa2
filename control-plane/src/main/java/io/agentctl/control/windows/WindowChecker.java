package io.agentctl.control.windows;

import io.agentctl.control.windows.Selector.Named;
import io.agentctl.control.windows.WindowFinding.Severity;
import io.agentctl.control.windows.calendar.WindowCalendar;
import io.agentctl.control.windows.calendar.ZoneTimes.Oddity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks for mistakes in windows that could be read: a pure function of the file and of now. */
public final class WindowChecker {

    private static final Duration LOOK_AHEAD = Duration.ofDays(2 * 366);
    /** Of a time that is odd every year, the next times say enough. */
    private static final int MOST_ODDITIES = 4;

    private final WindowFile file;
    private final Instant now;
    private final List<WindowFinding> findings = new ArrayList<>();

    private WindowChecker(WindowFile file, Instant now) {
        this.file = file;
        this.now = now;
    }

    /** What there is to know of windows, in their order. */
    public static List<WindowFinding> check(WindowFile file, Instant now) {
        WindowChecker checker = new WindowChecker(file, now);
        file.windows().forEach(checker::changes);
        file.windows().forEach(checker::clocks);
        checker.shared();
        return List.copyOf(checker.findings);
    }

    private void changes(Window window) {
        WindowCalendar calendar = window.calendar();
        if (!calendar.transitions(now, now.plus(LOOK_AHEAD)).isEmpty()) {
            return;
        }
        boolean asleep = calendar.at(now).asleep();
        add(
                Severity.ERROR,
                window,
                asleep
                        ? "has its services asleep always, or for two years at least: they would never come back"
                        : "has nothing asleep in the next two years");
    }

    private void clocks(Window window) {
        window.calendar().schedule().oddities(now, now.plus(LOOK_AHEAD)).stream()
                .limit(MOST_ODDITIES)
                .forEach(odd -> add(
                        Severity.NOTE,
                        window,
                        odd.local() + " in " + window.calendar().zone()
                                + (odd.oddity() == Oddity.DOES_NOT_EXIST
                                        ? " does not exist, since clocks go forward: it counts when they have"
                                        : " comes twice, since clocks go back: its first coming counts")));
    }

    /** Services that two windows name; what tags choose is known only where the services are. */
    private void shared() {
        for (String service : file.namedServices().stream().sorted().toList()) {
            List<Window> about = file.windows().stream()
                    .filter(window -> window.selector() instanceof Named)
                    .filter(window -> window.selector().matches(service, Map.of()))
                    .toList();
            if (about.size() > 1) {
                String names = about.stream().map(Window::name).collect(Collectors.joining(", "));
                boolean refused = file.overlap() == Overlap.REFUSE;
                findings.add(new WindowFinding(
                        refused ? Severity.ERROR : Severity.NOTE,
                        "",
                        "service " + service + " is under " + about.size() + " windows: " + names
                                + (refused
                                        ? "; name it in one only, or say which counts (overlap: awake, or asleep)"
                                        : "; where they differ it is "
                                                + (file.overlap() == Overlap.AWAKE ? "awake" : "asleep"))));
            }
        }
    }

    private void add(Severity severity, Window window, String message) {
        findings.add(new WindowFinding(severity, window.name(), message));
    }
}
