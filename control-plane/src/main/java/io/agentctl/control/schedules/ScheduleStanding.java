package io.agentctl.control.schedules;

import io.agentctl.control.schedules.KnownFinding.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a schedule stands, as the leader keeps it.
 *
 * @param name the schedule's
 * @param when it is due, in words
 * @param what it does, in words
 * @param due the latest time that was begun
 * @param next the first due time after that
 * @param attempt from 1; more after an instance was lost that had begun it
 * @param run what was begun then
 * @param instance that began it
 * @param fence of the leadership that wrote this
 * @param outcome how it ended, once it has
 * @param findings those that are there, and those of which it is not told yet that they are gone
 */
public record ScheduleStanding(
        String name,
        String when,
        String what,
        Instant due,
        Instant next,
        int attempt,
        String run,
        String instance,
        long fence,
        Optional<Outcome> outcome,
        List<KnownFinding> findings) {

    public ScheduleStanding {
        findings = List.copyOf(findings);
    }

    /** How something that was begun ended. */
    public enum Result {
        /** It was done, and nothing was found. */
        FINE,
        /** It was done, and something is not as it should be. */
        FINDINGS,
        /** It was not done. */
        FAILED
    }

    /**
     * An end.
     *
     * @param at when
     * @param text in a few words
     */
    public record Outcome(Result result, Instant at, String text) {}

    /** The same after another due time, or another attempt, was begun. */
    public ScheduleStanding begun(Instant time, Instant following, int number, String id, String by, long leadership) {
        return new ScheduleStanding(
                name, when, what, time, following, number, id, by, leadership, Optional.empty(), findings);
    }

    /** The same after its end. */
    public ScheduleStanding ended(Outcome how, List<KnownFinding> known, long leadership) {
        return new ScheduleStanding(
                name, when, what, due, next, attempt, run, instance, leadership, Optional.of(how), known);
    }

    /** The same with other findings. */
    public ScheduleStanding with(List<KnownFinding> known, long leadership) {
        return new ScheduleStanding(name, when, what, due, next, attempt, run, instance, leadership, outcome, known);
    }

    /** The same with words of a configuration that may have changed. */
    public ScheduleStanding described(String whenNow, String whatNow) {
        return new ScheduleStanding(
                name, whenNow, whatNow, due, next, attempt, run, instance, fence, outcome, findings);
    }

    /** What is known after it was looked, and this was all that was found. */
    public List<KnownFinding> after(List<ScheduleFinding> found, Instant at) {
        Map<String, KnownFinding> before = findings.stream()
                .filter(known -> known.telling() != Telling.OVER)
                .collect(Collectors.toMap(known -> known.finding().what(), Function.identity()));
        List<KnownFinding> now = new ArrayList<>();
        for (ScheduleFinding finding : found) {
            KnownFinding known = before.remove(finding.what());
            now.add(
                    known == null
                            ? new KnownFinding(finding, at, Telling.NEW)
                            : new KnownFinding(finding, known.since(), known.telling()));
        }
        // What came and went before it was told need not be told.
        before.values().stream()
                .filter(gone -> gone.telling() == Telling.TOLD)
                .map(gone -> gone.as(Telling.OVER))
                .forEach(now::add);
        findings.stream()
                .filter(known -> known.telling() == Telling.OVER)
                .filter(gone -> found.stream()
                        .noneMatch(there -> there.what().equals(gone.finding().what())))
                .forEach(now::add);
        return now;
    }

    /** What is known after something more was found, and nothing was looked at; what waited waits no longer. */
    public List<KnownFinding> adding(ScheduleFinding finding, Instant at) {
        List<ScheduleFinding> all = new ArrayList<>(there());
        all.removeIf(known -> known.what().equals(finding.what()) || known.waits());
        all.add(finding);
        return after(all, at);
    }

    /** What is known once all was told. */
    public List<KnownFinding> told() {
        return findings.stream()
                .filter(known -> known.telling() != Telling.OVER)
                .map(known -> known.as(Telling.TOLD))
                .toList();
    }

    /** What is not as it should be. */
    public List<ScheduleFinding> there() {
        return findings.stream()
                .filter(known -> known.telling() != Telling.OVER)
                .map(KnownFinding::finding)
                .toList();
    }
}
