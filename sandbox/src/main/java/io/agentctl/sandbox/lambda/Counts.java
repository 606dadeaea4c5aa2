package io.agentctl.sandbox.lambda;

import java.time.Instant;

/**
 * Has the metrics know of one invocation.
 *
 * @param function whose
 * @param qualifier what the request named
 * @param now when
 */
record Counts(LambdaFunction function, String qualifier, Instant now) {
    private void add(LambdaMetric metric, double value) {
        function.series().add(qualifier, metric, now.getEpochSecond(), value);
    }

    void throttled() {
        add(LambdaMetric.THROTTLES, 1);
    }

    /** It runs in an environment that was kept ready. */
    void ready(Provisioned ready) {
        add(LambdaMetric.CONCURRENT_EXECUTIONS, function.running());
        add(LambdaMetric.PROVISIONED_EXECUTIONS, ready.busy());
        add(LambdaMetric.PROVISIONED_UTILIZATION, (double) ready.busy() / ready.allocated());
        add(LambdaMetric.PROVISIONED_INVOCATIONS, 1);
        add(LambdaMetric.SPILLOVER_INVOCATIONS, 0);
    }

    /** It runs in another; null when nothing is kept ready for what it named. */
    void onDemand(Provisioned ready) {
        add(LambdaMetric.CONCURRENT_EXECUTIONS, function.running());
        if (ready != null && ready.allocated() > 0) {
            add(LambdaMetric.PROVISIONED_UTILIZATION, 1);
            add(LambdaMetric.SPILLOVER_INVOCATIONS, 1);
        }
    }

    void ended(Invocation invocation) {
        add(LambdaMetric.INVOCATIONS, 1);
        add(LambdaMetric.ERRORS, invocation.ending() == Invocation.Ending.ANSWERED ? 0 : 1);
        add(LambdaMetric.THROTTLES, 0);
        add(LambdaMetric.DURATION, invocation.millis());
    }
}
