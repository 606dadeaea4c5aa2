package io.agentctl.control.alarms.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What alarms were worth on a stretch of history.
 *
 * @param over how long the stretch is
 * @param incidents how many incidents overlap it
 * @param delays of each incident that was found, in their order: from its beginning until somebody was paged
 * @param falsePages how often somebody was paged outside of all incidents
 * @param pages how often somebody was paged at all
 * @param inAlarm for how long
 */
public record Scorecard(
        Duration over, int incidents, List<Duration> delays, int falsePages, int pages, Duration inAlarm) {

    private static final double WEEK = 7 * 86_400.0;

    public Scorecard {
        delays = List.copyOf(delays);
    }

    /**
     * Judges.
     *
     * @param alarms when there was an alarm; each begins with a page
     * @param incidents what should have been found
     * @param from the stretch's beginning
     * @param to its end
     */
    public static Scorecard of(List<AlarmHistory.Span> alarms, List<Incident> incidents, Instant from, Instant to) {
        Duration inAlarm = alarms.stream()
                .map(alarm -> Duration.between(alarm.from(), alarm.to()))
                .reduce(Duration.ZERO, Duration::plus);
        return ofPages(alarms.stream().map(AlarmHistory.Span::from).toList(), inAlarm, incidents, from, to);
    }

    /**
     * Judges pages, which are fewer than alarms where some are held back.
     *
     * @param pages when somebody was paged, in order
     * @param inAlarm for how long there was an alarm
     */
    public static Scorecard ofPages(
            List<Instant> pages, Duration inAlarm, List<Incident> incidents, Instant from, Instant to) {
        List<Incident> within = incidents.stream()
                .filter(incident -> incident.overlaps(from, to))
                .toList();
        List<Duration> delays = new ArrayList<>();
        for (Incident incident : within) {
            incident.firstOf(pages)
                    .map(page -> Duration.between(incident.start(), page))
                    .ifPresent(delays::add);
        }
        int falsePages = (int) pages.stream()
                .filter(page -> within.stream().noneMatch(incident -> incident.holds(page)))
                .count();
        return new Scorecard(Duration.between(from, to), within.size(), delays, falsePages, pages.size(), inAlarm);
    }

    public int detected() {
        return delays.size();
    }

    public double falsePagesPerWeek() {
        return falsePages * WEEK / over.toSeconds();
    }

    /** The median delay; empty if nothing was found. */
    public Optional<Duration> usualDelay() {
        return delays.isEmpty()
                ? Optional.empty()
                : Optional.of(delays.stream().sorted().toList().get((delays.size() - 1) / 2));
    }
}
