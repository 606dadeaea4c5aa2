package io.agentctl.control.alarms.backtest;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds thresholds on one part of a history and judges them on the rest.
 *
 * <p>For each M of N the threshold comes nearer to what is usual, from the extreme on, as long as the pages outside of
 * incidents stay within what was allowed. Every such rule is tried on the part that it has not seen.
 */
public final class ThresholdTuner {

    /** M of N that are tried: one point, and stretches that single outliers do not fill. */
    private static final int[][] DATAPOINTS = {{1, 1}, {2, 3}, {3, 5}, {3, 3}, {5, 5}};

    private static final double WEEK = 7 * 86_400.0;

    private final MeasuredHistory history;
    private final List<Incident> incidents;
    private final Comparison comparison;
    private final Duration period;
    private final Instant split;

    /**
     * Makes a tuner.
     *
     * @param comparison on which side of a threshold trouble is
     * @param period of a data point
     * @param split thresholds are found before it and judged after it
     */
    public ThresholdTuner(
            MeasuredHistory history, List<Incident> incidents, Comparison comparison, Duration period, Instant split) {
        this.history = history;
        this.incidents = List.copyOf(incidents);
        this.comparison = comparison;
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
     * What is proposed: an alarm for a peak and one for what lasts, which page together.
     *
     * @param peak one data point beyond a far threshold
     * @param lasting two of three beyond a nearer one
     * @param seen what both together were worth on the part on which they were found
     * @param unseen and on the rest
     * @param frontier other rules, none of which found less, or the same later, and paged more in vain, than another
     */
    public record Proposal(
            AlarmRule peak, AlarmRule lasting, Scorecard seen, Scorecard unseen, List<Candidate> frontier) {
        public Proposal {
            frontier = List.copyOf(frontier);
        }
    }

    /**
     * Tunes.
     *
     * @param pagesPerWeek how many pages outside of incidents are allowed on the part that is seen; the alarm for what
     *     lasts is allowed none, since it has the time to be sure
     */
    public Proposal propose(double pagesPerWeek) {
        double weeks = Duration.between(history.start(), split).toSeconds() / WEEK;
        int allowed = (int) Math.floor(Math.max(1, weeks) * pagesPerWeek);
        AlarmRule peak = nearest(1, 1, allowed);
        AlarmRule lasting = nearest(2, 3, 0);
        List<Candidate> candidates = new ArrayList<>();
        for (int[] datapoints : DATAPOINTS) {
            for (int pages = 0; pages <= allowed; pages++) {
                AlarmRule rule = nearest(datapoints[0], datapoints[1], pages);
                candidates.add(new Candidate(rule, score(rule, false), score(rule, true)));
            }
        }
        return new Proposal(
                peak, lasting, together(peak, lasting, false), together(peak, lasting, true), Frontier.of(candidates));
    }

    /**
     * The threshold nearest to what is usual with no more than some pages outside of incidents: from the extreme on in
     * steps that double, then back by halves. Nearer ones may exist beyond a stretch that pages too often, where only
     * an alarm that is nearly always on pages seldom; they are of no use.
     */
    private AlarmRule nearest(int datapoints, int periods, int pages) {
        double[] thresholds = Arrays.stream(
                        history.between(history.start(), split).sorted())
                .distinct()
                .toArray();
        int good = 0;
        int step = 1;
        while (good + step < thresholds.length && isQuiet(thresholds, good + step, datapoints, periods, pages)) {
            good += step;
            step *= 2;
        }
        int bad = Math.min(good + step, thresholds.length);
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (isQuiet(thresholds, middle, datapoints, periods, pages)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return rule(fromExtreme(thresholds, good), datapoints, periods);
    }

    private boolean isQuiet(double[] thresholds, int index, int datapoints, int periods, int pages) {
        AlarmRule rule = rule(fromExtreme(thresholds, index), datapoints, periods);
        return score(rule, false).falsePages() <= pages;
    }

    private double fromExtreme(double[] ascending, int index) {
        boolean above = comparison == Comparison.GREATER_THAN || comparison == Comparison.GREATER_OR_EQUAL;
        return ascending[above ? ascending.length - 1 - index : index];
    }

    private AlarmRule rule(double threshold, int datapoints, int periods) {
        return new AlarmRule(
                comparison,
                threshold,
                (int) period.toSeconds(),
                periods,
                datapoints,
                MissingData.MISSING,
                OptionalDouble.empty());
    }

    private Scorecard score(AlarmRule rule, boolean unseen) {
        return Scorecard.of(play(rule, unseen).alarms(), incidents, from(unseen), to(unseen));
    }

    private Scorecard together(AlarmRule first, AlarmRule second, boolean unseen) {
        return Scorecard.of(
                AlarmHistory.either(play(first, unseen), play(second, unseen)), incidents, from(unseen), to(unseen));
    }

    private AlarmHistory play(AlarmRule rule, boolean unseen) {
        return AlarmHistory.of(rule, history.averages(period), from(unseen), to(unseen));
    }

    private Instant from(boolean unseen) {
        return unseen ? split : history.start();
    }

    private Instant to(boolean unseen) {
        return unseen ? history.end() : split;
    }
}
