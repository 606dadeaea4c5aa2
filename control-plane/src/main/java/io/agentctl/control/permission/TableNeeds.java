package io.agentctl.control.permission;

import static io.agentctl.control.permission.Common.BOUNDS;
import static io.agentctl.control.permission.Common.JOURNAL;
import static io.agentctl.control.permission.Common.METRICS;
import static io.agentctl.control.permission.Common.NOTES;
import static io.agentctl.control.permission.Common.SCALING;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.TableUseCases;
import java.util.Map;

/** What DynamoDB tables take. */
final class TableNeeds {

    static final Needs NAMES = Scope.ANYTHING.may("dynamodb:ListTables");

    static final Needs ALL_TABLES = NAMES.and(Scope.ALL_TABLES.may("dynamodb:DescribeTable"));

    static final Needs TABLES = Scope.TABLES.may("dynamodb:DescribeTable");

    /** What an account may provision. */
    private static final Needs LIMITS = Scope.ANYTHING.may("dynamodb:DescribeLimits");

    private static final Needs TABLE_SET = Scope.TABLES.may("dynamodb:UpdateTable");

    /** Application Auto Scaling tries as its caller what it will do to the table, and its alarms. */
    private static final Needs SCALING_SET = TABLE_SET.and(
            Scope.ANYTHING.may("application-autoscaling:DescribeScalingPolicies", "cloudwatch:DescribeAlarms"),
            Scope.SCALING_OF_TABLES.may(
                    "application-autoscaling:RegisterScalableTarget",
                    "application-autoscaling:PutScalingPolicy",
                    "application-autoscaling:DeleteScalingPolicy",
                    "application-autoscaling:DeregisterScalableTarget"),
            Scope.ALARMS_OF_SCALING.may("cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"));

    private TableNeeds() {}

    static Map<NamedUseCase<?, ?>, Needs> all() {
        return Map.of(
                TableUseCases.LIST, ALL_TABLES.and(METRICS, BOUNDS),
                TableUseCases.USAGE, TABLES.and(METRICS, BOUNDS),
                TableUseCases.CAPACITY, TABLES.and(METRICS, BOUNDS, LIMITS, NOTES),
                TableUseCases.PLAN_SWITCH,
                        ALL_TABLES.and(METRICS, SCALING, LIMITS, NOTES).changing(JOURNAL, SCALING_SET),
                TableUseCases.PLAN_AUTOSCALE,
                        ALL_TABLES.and(METRICS, BOUNDS, LIMITS).changing(JOURNAL, SCALING_SET),
                TableUseCases.AUDIT,
                        TABLES.and(
                                METRICS,
                                Scope.TABLES_AND_INDEXES.may("dynamodb:DescribeContributorInsights"),
                                Scope.HOT_KEYS.may("cloudwatch:GetInsightRuleReport")));
    }

    /** What one report of costs asks of each table. */
    static Needs costs() {
        return ALL_TABLES.and(METRICS, BOUNDS, LIMITS, NOTES);
    }
}
