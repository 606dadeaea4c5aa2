package io.agentctl.control.schedules;

import io.agentctl.control.schedules.ScheduleStanding.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is done at its times, and how it stands.
 *
 * @param leader the instance that begins what is due, if one does
 */
public record Schedules(Optional<String> leader, List<Line> schedules) {

    /** Of a control plane that has none. */
    public static final Schedules NONE = new Schedules(Optional.empty(), List.of());

    public Schedules {
        schedules = List.copyOf(schedules);
    }

    /**
     * One of them.
     *
     * @param when it is due, in words
     * @param what it does, in words
     * @param next due time
     * @param lastDue the latest time that was begun
     * @param lastRun the operation that was begun then
     * @param outcome how that ended, once it has
     * @param findings what is not as it should be
     */
    public record Line(
            String name,
            String when,
            String what,
            Instant next,
            Optional<Instant> lastDue,
            Optional<String> lastRun,
            Optional<Outcome> outcome,
            List<Found> findings) {

        public Line {
            findings = List.copyOf(findings);
        }

        /** Whether what is due cannot be begun, and is tried again. */
        public boolean stuck() {
            return outcome.isEmpty()
                    && findings.stream().anyMatch(found -> found.what().equals(ScheduleFinding.OWN));
        }

        /** Whether what was begun waits for a second person. */
        public boolean waits() {
            return outcome.isEmpty() && findings.stream().anyMatch(Found::waits);
        }

        /** One that was begun already. */
        public static Line of(ScheduleStanding standing) {
            return new Line(
                    standing.name(),
                    standing.when(),
                    standing.what(),
                    standing.next(),
                    Optional.of(standing.due()),
                    Optional.of(standing.run()),
                    standing.outcome(),
                    standing.findings().stream()
                            .filter(known -> known.telling() != KnownFinding.Telling.OVER)
                            .map(Found::of)
                            .toList());
        }

        /** One that was not begun yet. */
        public static Line first(String name, String when, String what, Instant next) {
            return new Line(name, when, what, next, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }
    }

    /**
     * Something that is not as it should be.
     *
     * @param since when it was found first
     * @param next what to do
     */
    public record Found(Instant since, String what, String text, String next) {

        static Found of(KnownFinding known) {
            ScheduleFinding finding = known.finding();
            return new Found(known.since(), finding.what(), finding.text(), finding.next());
        }

        boolean waits() {
            return new ScheduleFinding(what, text, next).waits();
        }
    }
}
