package io.agentctl.control.performance;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of requests.
 *
 * @param planned how many the schedule had
 * @param sent how many were sent
 * @param failed how many of them count as errors: no answer, or one that failed a check
 * @param statuses answers by HTTP status
 * @param errors requests without an answer, by reason, such as {@code timeout} or {@code connection refused}
 * @param checks answers that failed a check, by check; one answer may fail several
 * @param bytes received, bodies and headers
 * @param connections opened
 */
public record Counts(
        long planned,
        long sent,
        long failed,
        SortedMap<String, Long> statuses,
        SortedMap<String, Long> errors,
        SortedMap<String, Long> checks,
        long bytes,
        long connections) {

    /** Nothing at all. */
    public static final Counts NONE = new Counts(0, 0, 0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), 0, 0);

    public Counts {
        statuses = new TreeMap<>(statuses);
        errors = new TreeMap<>(errors);
        checks = new TreeMap<>(checks);
    }

    /** How many ended, with an answer or without. */
    public long ended() {
        return answered() + sum(errors);
    }

    /** How many were answered, with whatever status. */
    public long answered() {
        return sum(statuses);
    }

    /** The share of what ended that counts as errors, from 0 to 1; 0 where nothing ended. */
    public double errorShare() {
        return ended() == 0 ? 0 : (double) failed / ended();
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                planned + other.planned,
                sent + other.sent,
                failed + other.failed,
                sum(statuses, other.statuses),
                sum(errors, other.errors),
                sum(checks, other.checks),
                bytes + other.bytes,
                connections + other.connections);
    }

    private static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    private static SortedMap<String, Long> sum(SortedMap<String, Long> one, SortedMap<String, Long> other) {
        SortedMap<String, Long> both = new TreeMap<>(one);
        other.forEach((key, count) -> both.merge(key, count, Long::sum));
        return both;
    }
}
