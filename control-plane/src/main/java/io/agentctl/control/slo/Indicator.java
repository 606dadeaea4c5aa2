package io.agentctl.control.slo;

import io.agentctl.alarm.metric.Comparison;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import java.util.Optional;

/** What is measured of a service, as CloudWatch has it. */
public sealed interface Indicator {

    /** Events that are counted twice: those that were good, or bad, and all. */
    record Ratio(Counted counted, Reading events, Reading total) implements Indicator {}

    /**
     * A figure that is good while it compares so, such as {@code p95 <= 500}.
     *
     * @param good how a good figure compares with the limit
     * @param limit in the metric's unit
     */
    record Threshold(Reading figure, Comparison good, double limit) implements Indicator {}

    /** Which events are counted besides all. */
    enum Counted {
        GOOD,
        BAD
    }

    /**
     * A statistic of a metric, times a factor: an error rate in percent for each answer, summed, is a hundred times the
     * number of errors.
     *
     * @param unit only samples that were reported in it, as CloudWatch spells it; all where it is left out
     * @param factor finite, not 0; usually 1
     */
    record Reading(MetricId metric, Statistic statistic, Optional<String> unit, double factor) {
        public Reading {
            if (!Double.isFinite(factor) || factor == 0) {
                throw new IllegalArgumentException("a factor is a finite number other than 0");
            }
        }
    }
}
