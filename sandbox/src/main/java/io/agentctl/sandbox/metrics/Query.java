package io.agentctl.sandbox.metrics;

import java.util.function.IntToDoubleFunction;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * One query of {@code GetMetricData}.
 *
 * @param asked as it was asked
 * @param label what the result is called unless the query says
 * @param window its periods
 * @param values the value of each period by its index, NaN for none
 */
record Query(MetricDataQuery asked, String label, Window window, IntToDoubleFunction values) {
    /** How many periods it counts for. */
    int points() {
        return window.count();
    }
}
