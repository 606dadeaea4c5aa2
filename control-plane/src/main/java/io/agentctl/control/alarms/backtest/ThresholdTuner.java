package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds thresholds on one part of a history and judges them on the rest.
 *
 * <p>A threshold is the level that is passed in vain as often as is borne, by what was highest in each half day; where
 * the series rises or falls from day to day, it goes along. Every rule is tried on the part that it has not seen.
 */
public final class ThresholdTuner {

    /** How often single alarms may page in vain, as multiples of what is borne. */
    private static final double[] PATIENCE = {0.25, 1, 4};

    private final MeasuredHistory history;
    private final List<Incident> incidents;
    private final Set<Comparison> sides;
    private final Duration period;
    private final Instant split;

    /**
     * Makes a tuner.
     *
     * @param sides on which sides of thresholds trouble is: over them, under them or both
     * @param period of a data point
     * @param split thresholds are found before it and judged after it
     */
    public ThresholdTuner(
            MeasuredHistory history, List<Incident> incidents, Set<Comparison> sides, Duration period, Instant split) {
        this.history = history;
        this.incidents = List.copyOf(incidents);
        this.sides = Set.copyOf(sides);
        this.period = period;
        this.split = split;
    }

    /**
     * A rule with what it was worth.
     *
     * @param rule the alarm's
     * @param seen on the part on which it was found
     * @param unseen on the rest
     */
    public record Candidate(AlarmRule rule, Scorecard seen, Scorecard unseen) {}

    /**
     * An alarm that is proposed.
     *
     * @param purpose what it looks for
     * @param rule when it fires
     */
    public record Proposed(String purpose, AlarmRule rule) {}

    /**
     * What is proposed: alarms for trouble of several kinds, which page together as one.
     *
     * @param alarms each of them
     * @param drift by how much thresholds were moved along with the series; 0 where it has no trend
     * @param seen what all together were worth on the part on which they were found
     * @param unseen and on the rest
     * @param frontier single alarms, none of which found less, or the same later, and paged more in vain, than another
     */
    public record Proposal(
            List<Proposed> alarms, double drift, Scorecard seen, Scorecard unseen, List<Candidate> frontier) {
        public Proposal {
            alarms = List.copyOf(alarms);
            frontier = List.copyOf(frontier);
        }
    }

    /**
     * Tunes.
     *
     * @param pagesPerWeek how many pages outside of incidents are borne, of all alarms together; over 0
     */
    public Proposal propose(double pagesPerWeek) {
        Thresholds thresholds = Thresholds.of(history, incidents, period, split);
        List<Proposed> proposed = new ArrayList<>();
        for (Shape shape : Shape.TOGETHER) {
            if (sides.contains(shape.comparison())) {
                possible(thresholds.rule(shape, pagesPerWeek))
                        .ifPresent(rule -> proposed.add(new Proposed(shape.purpose(), rule)));
            }
        }
        List<AlarmRule> rules = proposed.stream().map(Proposed::rule).toList();
        return new Proposal(
                proposed,
                thresholds.drift(),
                score(rules, history.start(), split),
                score(rules, split, history.end()),
                Frontier.of(candidates(thresholds, pagesPerWeek)));
    }

    private List<Candidate> candidates(Thresholds thresholds, double pagesPerWeek) {
        List<Candidate> candidates = new ArrayList<>();
        for (Comparison side : sides) {
            for (Shape shape : Shape.alone(side)) {
                for (double patience : PATIENCE) {
                    possible(thresholds.rule(shape, pagesPerWeek * patience))
                            .ifPresent(rule -> candidates.add(new Candidate(
                                    rule,
                                    score(List.of(rule), history.start(), split),
                                    score(List.of(rule), split, history.end()))));
                }
            }
        }
        return candidates;
    }

    /** What was never negative will not fall under a threshold that is: such an alarm could not fire. */
    private Optional<AlarmRule> possible(AlarmRule rule) {
        boolean impossible =
                rule.comparison() == Comparison.LESS_THAN && rule.threshold() <= 0 && history.sorted()[0] >= 0;
        return impossible ? Optional.empty() : Optional.of(rule);
    }

    private Scorecard score(List<AlarmRule> rules, Instant from, Instant to) {
        List<AlarmHistory.Span> alarms = rules.stream()
                .map(rule -> AlarmHistory.of(rule, history.averages(period), from, to)
                        .alarms())
                .reduce(List.of(), AlarmHistory::merged);
        return Scorecard.of(alarms, incidents, from, to);
    }
}
