package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.metric.Comparison;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.slo.Indicator;
import java.util.OptionalDouble;

/**
 * A comparison of a figure with a limit, as one of the metric itself: the factor between the two goes to the limit, so
 * that no metric math is needed and few samples can be told.
 *
 * @param fewSamples which percentile it is, if it is one that few samples say nothing about
 */
record Scaled(Watched.Single watched, Comparison comparison, double threshold, OptionalDouble fewSamples) {

    static Scaled of(Indicator.Reading figure, Comparison breach, double limit) {
        OptionalDouble percentile = figure.statistic().percentile();
        boolean countsSamples = percentile.isPresent() && percentile.getAsDouble() > 0 && percentile.getAsDouble() < 1;
        return new Scaled(
                new Watched.Single(figure.metric(), figure.statistic(), figure.unit()),
                figure.factor() < 0 ? mirrored(breach) : breach,
                Figures.clean(limit / figure.factor()),
                countsSamples ? percentile : OptionalDouble.empty());
    }

    /** What holds where the other does not. */
    static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case GREATER_THAN -> Comparison.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Comparison.LESS_THAN;
            case LESS_THAN -> Comparison.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Comparison.GREATER_THAN;
        };
    }

    /** The same of the negatives. */
    private static Comparison mirrored(Comparison comparison) {
        return switch (comparison) {
            case GREATER_THAN -> Comparison.LESS_THAN;
            case GREATER_OR_EQUAL -> Comparison.LESS_OR_EQUAL;
            case LESS_THAN -> Comparison.GREATER_THAN;
            case LESS_OR_EQUAL -> Comparison.GREATER_OR_EQUAL;
        };
    }
}
