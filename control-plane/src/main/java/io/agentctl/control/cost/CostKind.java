package io.agentctl.control.cost;

/** What a line of the report is about. */
public enum CostKind {
    /** The tasks of an ECS service. */
    SERVICE("services"),
    /** The invocations of a Lambda function. */
    FUNCTION("functions"),
    /** What is kept ready of a Lambda function. */
    KEPT_READY("kept ready of functions"),
    /** The reads and writes of a DynamoDB table and its indexes. */
    TABLE("tables"),
    /** CloudWatch alarms of one owner. */
    ALARMS("alarms"),
    /** CloudWatch dashboards. */
    DASHBOARDS("dashboards");

    private final String plural;

    CostKind(String plural) {
        this.plural = plural;
    }

    /** All of the kind, in words. */
    public String plural() {
        return plural;
    }
}
