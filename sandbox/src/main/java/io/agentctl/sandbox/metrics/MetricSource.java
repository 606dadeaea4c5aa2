package io.agentctl.sandbox.metrics;

import io.agentctl.sandbox.workload.Aggregate;

/** Where a metric's samples come from. */
interface MetricSource {
    /** The unit in which the samples are, as the API spells it. */
    String unit();

    /**
     * A statistic over a period.
     *
     * @param statistic what to compute
     * @param fromSecond the period's beginning since the epoch
     * @param periodSeconds its length
     * @param scratch to be used freely
     * @return the value, or NaN when there is none
     */
    double value(Statistic statistic, long fromSecond, int periodSeconds, Aggregate scratch);
}
