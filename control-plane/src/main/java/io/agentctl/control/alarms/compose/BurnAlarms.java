package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.control.slo.Budgeting;
import io.agentctl.control.slo.Indicator;
import io.agentctl.control.slo.Objective;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the alarm that looks for fast spending of an objective's budget in a window. */
final class BurnAlarms {

    /** What a threshold's data points are where nobody says how long a slice is: CloudWatch keeps minutes. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final double ROUNDING = 1e-9;

    private BurnAlarms() {}

    /**
     * Makes it.
     *
     * @param project whose
     * @param factor the burn rate that it fires above
     * @throws IllegalArgumentException if CloudWatch has no alarm for it, or it could never fire
     */
    static BurnAlarm of(String project, Objective objective, double factor, Duration window) {
        double share = Figures.clean(factor * objective.budget());
        if (share >= 1) {
            throw new IllegalArgumentException("it could never fire: with a target of "
                    + Figures.percent(objective.target()) + ", not even total failure burns "
                    + Figures.text(factor) + " times as fast as the budget allows ("
                    + Figures.text(1 / objective.budget()) + " times at most)");
        }
        return switch (objective.alerting().backend()) {
            case ALARMS -> ofMetrics(objective, share, window);
            case APPLICATION_SIGNALS -> ofBurnRate(project, objective, factor, share, window);
        };
    }

    private static BurnAlarm ofBurnRate(
            String project, Objective objective, double factor, double share, Duration window) {
        if (window.compareTo(BurnRates.LONGEST) > 0) {
            throw new IllegalArgumentException("burn rates of Application Signals look back "
                    + Lengths.text(BurnRates.LONGEST) + " at most, not " + Lengths.text(window));
        }
        AlarmRule rule = new AlarmRule(
                Comparison.GREATER_THAN,
                factor,
                (int) MINUTE.toSeconds(),
                1,
                1,
                MissingTreatment.of(objective.indicator()),
                OptionalDouble.empty());
        return new BurnAlarm(
                BurnRates.watched(project, objective.name(), window), rule, share, false, Optional.of(window));
    }

    private static BurnAlarm ofMetrics(Objective objective, double share, Duration window) {
        return switch (objective.indicator()) {
            case Indicator.Ratio ratio ->
                switch (objective.budgeting()) {
                    case Budgeting.Occurrences ignored -> events(objective, ratio, share, window);
                    case Budgeting.TimeSlices slices -> slicesOfEvents(objective, ratio, slices, share, window);
                };
            case Indicator.Threshold threshold -> slicesOfFigures(objective, threshold, share, window);
        };
    }

    private static BurnAlarm events(Objective objective, Indicator.Ratio ratio, double share, Duration window) {
        Lookback back = Lookback.whole(window);
        AlarmRule rule = rule(objective, Comparison.GREATER_THAN, share, back, back.periods(), OptionalDouble.empty());
        return new BurnAlarm(BadShare.of(ratio, fewest(objective, back, window)), rule, share, false, Optional.empty());
    }

    private static BurnAlarm slicesOfEvents(
            Objective objective, Indicator.Ratio ratio, Budgeting.TimeSlices slices, double share, Duration window) {
        Lookback back = Lookback.sliced(window, slices.slice());
        AlarmRule rule = rule(
                objective,
                Comparison.GREATER_THAN,
                Figures.clean(1 - slices.goodFrom()),
                back,
                bad(share, back),
                OptionalDouble.empty());
        return new BurnAlarm(
                BadShare.of(ratio, fewest(objective, back, window)), rule, share, back.coarse(), Optional.empty());
    }

    private static BurnAlarm slicesOfFigures(
            Objective objective, Indicator.Threshold threshold, double share, Duration window) {
        Duration slice =
                switch (objective.budgeting()) {
                    case Budgeting.Occurrences ignored -> MINUTE;
                    case Budgeting.TimeSlices slices -> slices.slice();
                };
        Lookback back = Lookback.sliced(window, slice);
        Scaled scaled = Scaled.of(threshold.figure(), Scaled.opposite(threshold.good()), threshold.limit());
        AlarmRule rule =
                rule(objective, scaled.comparison(), scaled.threshold(), back, bad(share, back), scaled.fewSamples());
        return new BurnAlarm(scaled.watched(), rule, share, back.coarse(), Optional.empty());
    }

    /** Each period's part of the fewest events of a window. */
    private static double fewest(Objective objective, Lookback back, Duration window) {
        return objective.alerting().fewestEvents()
                * back.periodSeconds()
                / Math.max(window.toSeconds(), back.periodSeconds());
    }

    /** How many slices must be bad for their share to be greater. */
    private static int bad(double share, Lookback back) {
        int bad = (int) Math.floor(share * back.periods() + ROUNDING) + 1;
        if (bad > back.periods()) {
            throw new IllegalArgumentException(
                    "it could never fire: more than all of its " + back.periods() + " slices would have to be bad");
        }
        return bad;
    }

    private static AlarmRule rule(
            Objective objective,
            Comparison comparison,
            double threshold,
            Lookback back,
            int datapoints,
            OptionalDouble fewSamples) {
        return new AlarmRule(
                comparison,
                threshold,
                back.periodSeconds(),
                back.periods(),
                datapoints,
                MissingTreatment.of(objective.indicator()),
                fewSamples);
    }
}
