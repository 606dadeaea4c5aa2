package io.agentctl.sandbox.lambda;

/** The metrics that Lambda publishes about a function (Lambda Developer Guide, "Types of metrics"). */
public enum LambdaMetric {
    /** Invocations that ran. */
    INVOCATIONS("Invocations", "Count"),
    /** Those that ended with a function error. */
    ERRORS("Errors", "Count"),
    /** Requests that were refused for want of concurrency. */
    THROTTLES("Throttles", "Count"),
    /** How long the handler ran. */
    DURATION("Duration", "Milliseconds"),
    /** How many ran at once. */
    CONCURRENT_EXECUTIONS("ConcurrentExecutions", "Count"),
    /** How many ran at once in environments that were kept ready. */
    PROVISIONED_EXECUTIONS("ProvisionedConcurrentExecutions", "Count"),
    /** That as a share of those that are kept ready, 0 to 1. */
    PROVISIONED_UTILIZATION("ProvisionedConcurrencyUtilization", "None"),
    /** Invocations in environments that were kept ready. */
    PROVISIONED_INVOCATIONS("ProvisionedConcurrencyInvocations", "Count"),
    /** Invocations for which none of those was free. */
    SPILLOVER_INVOCATIONS("ProvisionedConcurrencySpilloverInvocations", "Count");

    private final String wireName;
    private final String unit;

    LambdaMetric(String wireName, String unit) {
        this.wireName = wireName;
        this.unit = unit;
    }

    /** As the API names it. */
    public String wireName() {
        return wireName;
    }

    /** As the API spells it. */
    public String unit() {
        return unit;
    }

    /** Whether it is told of aliases and versions alone, and only where something is kept ready. */
    public boolean ofProvisioned() {
        return switch (this) {
            case INVOCATIONS, ERRORS, THROTTLES, DURATION, CONCURRENT_EXECUTIONS -> false;
            case PROVISIONED_EXECUTIONS, PROVISIONED_UTILIZATION, PROVISIONED_INVOCATIONS, SPILLOVER_INVOCATIONS ->
                true;
        };
    }
}
