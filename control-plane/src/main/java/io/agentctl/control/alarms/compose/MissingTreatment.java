package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.slo.Indicator;
import java.util.Set;

/** What periods without data mean, by the kind of what is measured; see docs/decisions/0020-alarms.md. */
final class MissingTreatment {

    private static final Set<Statistic> COUNTS = Set.of(Statistic.SUM, Statistic.SAMPLE_COUNT);

    private MissingTreatment() {}

    /**
     * Of an indicator: where nothing was asked for nothing failed; where there should be traffic, none is what the
     * alarm is for; of a figure that nobody measured nothing is known.
     */
    static MissingData of(Indicator indicator) {
        return switch (indicator) {
            case Indicator.Ratio ignored -> MissingData.NOT_BREACHING;
            case Indicator.Threshold threshold -> of(threshold.figure().statistic(), badIsLow(threshold.good()));
        };
    }

    private static MissingData of(Statistic statistic, boolean badIsLow) {
        if (!COUNTS.contains(statistic)) {
            return MissingData.MISSING;
        }
        return badIsLow ? MissingData.BREACHING : MissingData.NOT_BREACHING;
    }

    private static boolean badIsLow(Comparison good) {
        return good == Comparison.GREATER_THAN || good == Comparison.GREATER_OR_EQUAL;
    }
}
