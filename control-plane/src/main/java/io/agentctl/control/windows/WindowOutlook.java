package io.agentctl.control.windows;

import io.agentctl.control.plan.Money;
import io.agentctl.control.windows.calendar.WindowCalendar;
import io.agentctl.control.windows.calendar.WindowCalendar.Transition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one window will do in a time to come: a pure function of the window and of what its services cost.
 *
 * @param window its name
 * @param zone the zone of its clocks
 * @param services which services it is about, as the file says it
 * @param transitions when they fall asleep and wake
 * @param days each local day, with which parts of it they are asleep
 * @param hoursAsleep how long in all
 * @param saved what that saves at list prices; absent where no prices of its services are known
 */
public record WindowOutlook(
        String window,
        String zone,
        String services,
        List<Transition> transitions,
        List<Day> days,
        double hoursAsleep,
        Optional<Money> saved) {

    /** Parts of a day that the strip shows; half hours. */
    public static final int PARTS = 48;

    private static final double SECONDS_PER_HOUR = 3_600;

    /**
     * One local day.
     *
     * @param date the day
     * @param asleep for each half hour of the clock, from midnight, whether services sleep when it begins
     */
    public record Day(LocalDate date, List<Boolean> asleep) {

        public Day {
            asleep = List.copyOf(asleep);
        }
    }

    public WindowOutlook {
        transitions = List.copyOf(transitions);
        days = List.copyOf(days);
    }

    /**
     * Looks ahead.
     *
     * @param from now
     * @param to until when
     * @param costs what services cost; empty where that is not known
     */
    public static WindowOutlook of(Window window, Instant from, Instant to, List<AwakeCost> costs) {
        WindowCalendar calendar = window.calendar();
        List<Transition> transitions = calendar.transitions(from, to);
        double hours = hoursAsleep(calendar.at(from).asleep(), transitions, from, to);
        List<AwakeCost> about = costs.stream()
                .filter(cost -> window.selector().matches(cost.service(), cost.tags()))
                .toList();
        double hourly =
                about.stream().mapToDouble(cost -> cost.savedAt(window.floor())).sum();
        return new WindowOutlook(
                window.name(),
                calendar.zone().getId(),
                window.selector().toString(),
                transitions,
                days(calendar, from, to),
                Math.round(hours * 100) / 100.0,
                about.isEmpty() ? Optional.empty() : Optional.of(Money.ofUsd(hourly * hours)));
    }

    private static double hoursAsleep(boolean asleep, List<Transition> transitions, Instant from, Instant to) {
        double seconds = 0;
        boolean now = asleep;
        Instant since = from;
        for (Transition transition : transitions) {
            seconds += now ? Duration.between(since, transition.at()).toSeconds() : 0;
            now = transition.asleep();
            since = transition.at();
        }
        seconds += now ? Duration.between(since, to).toSeconds() : 0;
        return seconds / SECONDS_PER_HOUR;
    }

    private static List<Day> days(WindowCalendar calendar, Instant from, Instant to) {
        ZoneId zone = calendar.zone();
        LocalDate last = LocalDate.ofInstant(to.minusNanos(1), zone);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            List<Boolean> parts = new ArrayList<>(PARTS);
            for (int part = 0; part < PARTS; part++) {
                Instant at = day.atTime(part / 2, part % 2 * 30).atZone(zone).toInstant();
                parts.add(calendar.at(at).asleep());
            }
            days.add(new Day(day, parts));
        }
        return days;
    }
}
