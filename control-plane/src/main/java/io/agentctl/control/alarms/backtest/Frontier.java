package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.metric.AlarmRule;
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
     * rest is to judge, not to choose. Without an incident there to tell them apart, of rules for the same M of N that
     * paged as often the one with the nearest threshold is kept, since it finds the most.
     */
    static List<Candidate> of(List<Candidate> candidates) {
        List<Candidate> distinct = candidates.stream().distinct().toList();
        return distinct.stream()
                .filter(candidate -> distinct.stream().noneMatch(other -> beats(other, candidate)))
                .sorted(Comparator.comparingInt(candidate -> candidate.seen().falsePages()))
                .toList();
    }

    private static boolean beats(Candidate one, Candidate other) {
        return other.seen().incidents() > 0
                ? beats(one.seen(), other.seen())
                : sameKind(one.rule(), other.rule())
                        && one.seen().falsePages() <= other.seen().falsePages()
                        && nearer(one.rule(), other.rule());
    }

    private static boolean sameKind(AlarmRule one, AlarmRule other) {
        return one.comparison() == other.comparison()
                && one.datapointsToAlarm() == other.datapointsToAlarm()
                && one.evaluationPeriods() == other.evaluationPeriods();
    }

    private static boolean nearer(AlarmRule one, AlarmRule other) {
        return one.comparison().breaches(other.threshold(), one.threshold());
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
