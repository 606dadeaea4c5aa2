package io.agentctl.control.alarms.backtest;

import io.agentctl.control.alarms.backtest.ThresholdTuner.Candidate;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Which rules are not worse than another in everything (Pareto). */
final class Frontier {

    private static final Duration NEVER = Duration.ofDays(36_500);

    private Frontier() {}

    /**
     * Those that no other beats in incidents found, delay and pages in vain, on the part on which they were found: the
     * rest is to judge, not to choose.
     */
    static List<Candidate> of(List<Candidate> candidates) {
        List<Candidate> distinct = candidates.stream().distinct().toList();
        return distinct.stream()
                .filter(candidate -> distinct.stream().noneMatch(other -> beats(other.seen(), candidate.seen())))
                .sorted(Comparator.comparingInt(candidate -> candidate.seen().falsePages()))
                .toList();
    }

    private static boolean beats(Scorecard one, Scorecard other) {
        boolean asGood = one.detected() >= other.detected()
                && one.falsePages() <= other.falsePages()
                && delay(one).compareTo(delay(other)) <= 0;
        boolean better = one.detected() > other.detected()
                || one.falsePages() < other.falsePages()
                || delay(one).compareTo(delay(other)) < 0;
        return asGood && better;
    }

    private static Duration delay(Scorecard scorecard) {
        return scorecard.usualDelay().orElse(NEVER);
    }
}
