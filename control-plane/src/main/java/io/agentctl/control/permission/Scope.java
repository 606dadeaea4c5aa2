package io.agentctl.control.permission;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * On what an action is allowed. Which actions know which resources and conditions is from the Service Authorization
 * Reference (docs.aws.amazon.com/service-authorization, and its machine-readable form that cfn-lint carries, read in
 * December 2026). What names no resource there needs {@code *}.
 */
public enum Scope {

    /**
     * Everything: actions that know no resources. Also {@code cloudwatch:DescribeAlarms} and its history, which leave
     * out composite alarms for whoever may not look at all (API Reference).
     */
    ANYTHING("Anything", "*"),

    SERVICES("Services", "arn:{partition}:ecs:{region}:{account}:service/{cluster}/{service}"),

    /** Revisions are named by service, and asked for under both. */
    DEPLOYMENTS(
            "Deployments",
            "arn:{partition}:ecs:{region}:{account}:service/{cluster}/{service}",
            "arn:{partition}:ecs:{region}:{account}:service-revision/{cluster}/{service}/*"),

    TASKS("Tasks", "arn:{partition}:ecs:{region}:{account}:task/{cluster}/*"),

    /** Of any family: a service may run one of another name than its own. */
    TASK_DEFINITIONS("TaskDefinitions", "arn:{partition}:ecs:{region}:{account}:task-definition/*"),

    /** Tags of a size are copied to the next one, and set by the call that makes it. */
    NEW_TASK_DEFINITIONS(
            "TagsOfNewTaskDefinitions",
            new Condition("StringEquals", "ecs:CreateAction", "RegisterTaskDefinition"),
            "arn:{partition}:ecs:{region}:{account}:task-definition/*"),

    /** A task definition carries roles; whoever registers or starts one hands them over. */
    ROLES_OF_TASKS(
            "RolesOfTasks",
            new Condition("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
            "arn:{partition}:iam::{account}:role/{roles}"),

    LOAD_TASK(
            "LoadTask",
            new Condition("ArnLike", "ecs:cluster", "arn:{partition}:ecs:{region}:{account}:cluster/{cluster}"),
            "arn:{partition}:ecs:{region}:{account}:task-definition/{load}:*"),

    SCALING_OF_SERVICES(
            "ScalingOfServices",
            new Condition("StringEquals", "application-autoscaling:service-namespace", "ecs"),
            "arn:{partition}:application-autoscaling:{region}:{account}:scalable-target/*"),

    SCALING_OF_TABLES(
            "ScalingOfTables",
            new Condition("StringEquals", "application-autoscaling:service-namespace", "dynamodb"),
            "arn:{partition}:application-autoscaling:{region}:{account}:scalable-target/*"),

    /**
     * Before Application Auto Scaling sets a target to track, it tries as its caller whether that one may put and
     * delete alarms, and it names none (User Guide, "Permissions validation for API calls on target resources"): so it
     * is all of them or no target tracking.
     */
    ALARMS_OF_SCALING("AlarmsOfScaling", "arn:{partition}:cloudwatch:{region}:{account}:alarm:*"),

    ALL_FUNCTIONS("AllFunctions", "arn:{partition}:lambda:{region}:{account}:function:*"),

    /** Themselves, their versions and aliases. */
    FUNCTIONS(
            "Functions",
            "arn:{partition}:lambda:{region}:{account}:function:{function}",
            "arn:{partition}:lambda:{region}:{account}:function:{function}:*"),

    ALL_TABLES("AllTables", "arn:{partition}:dynamodb:{region}:{account}:table/*"),

    TABLES("Tables", "arn:{partition}:dynamodb:{region}:{account}:table/{table}"),

    /** Contributor Insights are switched on for a table and for each index. */
    TABLES_AND_INDEXES(
            "TablesAndIndexes",
            "arn:{partition}:dynamodb:{region}:{account}:table/{table}",
            "arn:{partition}:dynamodb:{region}:{account}:table/{table}/index/*"),

    /** What DynamoDB names the rules that find hot keys. */
    HOT_KEYS("HotKeys", "arn:{partition}:cloudwatch:{region}:{account}:insight-rule/DynamoDBContributorInsights-*"),

    POLICIES("Policies", "arn:{partition}:dynamodb:{region}:{account}:table/{project}-governance-policies"),

    /** The team's table: operations, states of services, results of loads, and what control planes keep. */
    OPERATIONS("Operations", "arn:{partition}:dynamodb:{region}:{account}:table/{project}-agentctl"),

    /** Entries of the audit log in it, which are written once. */
    AUDIT(
            "AuditIsWrittenOnce",
            new Condition("ForAnyValue:StringLike", "dynamodb:LeadingKeys", "audit#*"),
            "arn:{partition}:dynamodb:{region}:{account}:table/{project}-agentctl"),

    ALARMS("Alarms", "arn:{partition}:cloudwatch:{region}:{account}:alarm:{project}-*"),

    DASHBOARDS("Dashboards", "arn:{partition}:cloudwatch::{account}:dashboard/{project}-*"),

    OBJECTIVES("Objectives", "arn:{partition}:application-signals:{region}:{account}:slo/{project}-*"),

    TOPICS("Topics", "arn:{partition}:sns:{region}:{account}:{project}-*"),

    QUEUES("Queues", "arn:{partition}:sqs:{region}:{account}:{project}-*"),

    /** Keys of KMS go by numbers; those for policies are known by an alias. */
    SIGNING_KEYS(
            "SigningKeys",
            new Condition("ForAnyValue:StringLike", "kms:ResourceAliases", "alias/{project}-*"),
            "arn:{partition}:kms:{region}:{account}:key/*"),

    /** The metrics of the project's runtimes. */
    OWN_METRICS("OwnMetrics", new Condition("StringLike", "cloudwatch:namespace", "{project}/*"), "*"),

    FUNCTION_LOG(
            "OwnLog",
            "arn:{partition}:logs:{region}:{account}:log-group:/aws/lambda/{project}-governance:log-stream:*");

    /** All things of a kind, for those that are some of it. */
    private static final Map<Scope, Scope> ALL = Map.of(
            FUNCTIONS, ALL_FUNCTIONS,
            TABLES, ALL_TABLES,
            POLICIES, ALL_TABLES,
            OPERATIONS, ALL_TABLES,
            ALARMS, ALARMS_OF_SCALING);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<Condition> condition;

    /** Made by {@code List.copyOf}. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> resources;

    Scope(String title, String... resources) {
        this(title, Optional.empty(), resources);
    }

    Scope(String title, Condition condition, String... resources) {
        this(title, Optional.of(condition), resources);
    }

    Scope(String title, Optional<Condition> condition, String... resources) {
        this.title = title;
        this.condition = condition;
        this.resources = List.copyOf(Arrays.asList(resources));
    }

    /** For the name of a statement. */
    String title() {
        return title;
    }

    /** What must hold besides. */
    Optional<Condition> condition() {
        return condition;
    }

    /** ARNs with placeholders. */
    List<String> resources() {
        return resources;
    }

    /** Whether whoever may do something on another scope may do it on all of this one, too. */
    boolean isWithin(Scope other) {
        return other != this && condition.isEmpty() && (other == ANYTHING || ALL.get(this) == other);
    }

    /** Actions on these. */
    Needs may(String... actions) {
        return Needs.looking(Arrays.stream(actions)
                .map(action -> new Permission(action, this))
                .toList());
    }
}
