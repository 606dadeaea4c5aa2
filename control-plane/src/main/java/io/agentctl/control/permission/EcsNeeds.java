package io.agentctl.control.permission;

import static io.agentctl.control.permission.Common.DEPLOYMENTS;
import static io.agentctl.control.permission.Common.JOURNAL;
import static io.agentctl.control.permission.Common.METRICS;
import static io.agentctl.control.permission.Common.NAMED_SERVICES;
import static io.agentctl.control.permission.Common.NAMES_OF_SERVICES;
import static io.agentctl.control.permission.Common.OBSERVED_SERVICES;

import io.agentctl.control.catalogue.EcsUseCases;
import io.agentctl.control.catalogue.NamedUseCase;
import java.util.Map;

/** What ECS services take. */
final class EcsNeeds {

    /** Application Auto Scaling tries as its caller what it will do to the service. */
    static final Needs BOUNDS_SET = Scope.SCALING_OF_SERVICES
            .may("application-autoscaling:RegisterScalableTarget")
            .and(Scope.SERVICES.may("ecs:UpdateService", "ecs:DescribeServices"));

    private static final Needs SCALING_SET = BOUNDS_SET.and(
            Scope.SCALING_OF_SERVICES.may(
                    "application-autoscaling:PutScalingPolicy",
                    "application-autoscaling:DeleteScalingPolicy",
                    "application-autoscaling:DeregisterScalableTarget"),
            Scope.ANYTHING.may("cloudwatch:DescribeAlarms"),
            Scope.ALARMS_OF_SCALING.may("cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"));

    private static final Needs ROLLED_OUT =
            Scope.SERVICES.may("ecs:UpdateService").and(DEPLOYMENTS);

    private static final Needs TASKS = Scope.TASKS.may("ecs:DescribeTasks").and(Scope.ANYTHING.may("ecs:ListTasks"));

    /** Undoing it takes the size away again. */
    private static final Needs SIZE_REGISTERED = Scope.TASK_DEFINITIONS
            .may("ecs:RegisterTaskDefinition")
            .and(
                    Scope.NEW_TASK_DEFINITIONS.may("ecs:TagResource"),
                    Scope.ROLES_OF_TASKS.may("iam:PassRole"),
                    Scope.ANYTHING.may("ecs:DeregisterTaskDefinition", "ecs:ListTaskDefinitions"));

    private EcsNeeds() {}

    static Map<NamedUseCase<?, ?>, Needs> all() {
        return Map.of(
                EcsUseCases.SERVICES, OBSERVED_SERVICES.and(METRICS),
                EcsUseCases.RIGHTSIZE,
                        OBSERVED_SERVICES
                                .and(DEPLOYMENTS, METRICS)
                                .changing(JOURNAL, SIZE_REGISTERED, ROLLED_OUT, TASKS),
                EcsUseCases.PLAN_SCALING, NAMED_SERVICES.changing(JOURNAL, SCALING_SET),
                EcsUseCases.PLAN_ROLLBACK, NAMED_SERVICES.and(DEPLOYMENTS).changing(JOURNAL, ROLLED_OUT),
                EcsUseCases.PLAN_REDEPLOYMENT, NAMED_SERVICES.changing(JOURNAL, ROLLED_OUT),
                EcsUseCases.WAIT, NAMED_SERVICES.and(DEPLOYMENTS),
                EcsUseCases.TASKS, NAMED_SERVICES.and(TASKS),
                EcsUseCases.NAMES, NAMES_OF_SERVICES,
                EcsUseCases.MEASURE, NAMED_SERVICES.and(DEPLOYMENTS, METRICS));
    }
}
