package io.agentctl.control.permission;

/** What several capabilities need alike. */
final class Common {

    static final Needs METRICS = Scope.ANYTHING.may("cloudwatch:GetMetricData");

    /** Services of the project where nobody names any. */
    static final Needs NAMES_OF_SERVICES = Scope.ANYTHING.may("ecs:ListServices");

    static final Needs SERVICES = Scope.SERVICES.may("ecs:DescribeServices");

    static final Needs TASK_DEFINITIONS = Scope.ANYTHING.may("ecs:DescribeTaskDefinition");

    static final Needs BOUNDS = Scope.ANYTHING.may("application-autoscaling:DescribeScalableTargets");

    static final Needs SCALING = BOUNDS.and(Scope.ANYTHING.may("application-autoscaling:DescribeScalingPolicies"));

    /** What a service that is named is: its size, its bounds, what it scales by. */
    static final Needs NAMED_SERVICES = SERVICES.and(TASK_DEFINITIONS, SCALING);

    /** The same of all that there are. */
    static final Needs OBSERVED_SERVICES = NAMES_OF_SERVICES.and(NAMED_SERVICES);

    /** Which revisions ran, and how their rollouts ended. */
    static final Needs DEPLOYMENTS =
            Scope.SERVICES.may("ecs:ListServiceDeployments").and(Scope.DEPLOYMENTS.may("ecs:DescribeServiceRevisions"));

    /** Whether operations are kept in the team's table: asked where the project says {@code journal: auto}. */
    static final Needs WHERE_OPERATIONS_ARE = Scope.OPERATIONS.may("dynamodb:DescribeTable");

    /** Reading the journal, the states of services, what is kept of loads. */
    static final Needs NOTES = WHERE_OPERATIONS_ARE.and(Scope.OPERATIONS.may("dynamodb:Query"));

    /** Writing an operation down, step by step, under a lease. */
    static final Needs JOURNAL =
            WHERE_OPERATIONS_ARE.and(Scope.OPERATIONS.may("dynamodb:PutItem", "dynamodb:DeleteItem"));

    /** Finding one to undo or to finish it. */
    static final Needs OPERATION = Scope.OPERATIONS.may("dynamodb:GetItem");

    /** The policies that are in force. */
    static final Needs HEADS = Scope.POLICIES.may("dynamodb:GetItem");

    static final Needs POLICIES = HEADS.and(Scope.POLICIES.may("dynamodb:Query"));

    private Common() {}
}
