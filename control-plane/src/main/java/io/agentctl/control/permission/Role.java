package io.agentctl.control.permission;

import io.agentctl.control.catalogue.AlarmsUseCases;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.PerformanceUseCases;
import io.agentctl.control.catalogue.WindowsUseCases;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who is allowed what: {@code dist/iam} has a policy for each, and the stack of {@code iam.yaml} makes them. */
public enum Role {

    /** Everything that agentctl only looks at. */
    VIEWER(
            "viewer",
            "Everything that agentctl only looks at",
            Needs.all(everything()).looks()),

    /** What changes take beside what a viewer may. */
    OPERATOR("operator", "What agentctl changes; goes with the viewer policy", beside(VIEWER)),

    /** Dispatch under policies: read, enforced, and noted; back ends called; metrics sent. */
    RUNTIME(
            "runtime",
            "What the runtime calls",
            Scope.POLICIES
                    .may(
                            "dynamodb:GetItem",
                            "dynamodb:Query",
                            "dynamodb:PutItem",
                            "dynamodb:DeleteItem",
                            "dynamodb:BatchWriteItem")
                    .and(
                            Scope.FUNCTIONS.may("lambda:InvokeFunction"),
                            Scope.QUEUES.may("sqs:GetQueueUrl", "sqs:SendMessage"),
                            Scope.OWN_METRICS.may("cloudwatch:PutMetricData"))
                    .looks()),

    /** The same decisions for callers elsewhere; Lambda writes its log as the function. */
    GOVERNANCE_FUNCTION(
            "governance-function",
            "What the governance function calls",
            Scope.POLICIES
                    .may("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem")
                    .and(Scope.FUNCTION_LOG.may("logs:CreateLogStream", "logs:PutLogEvents"))
                    .looks()),

    /** Runs, sessions, leases, approvals and the audit log, all in the team's table. */
    CONTROL_PLANE(
            "control-plane",
            "What a control plane needs for itself; what it may do for callers is viewer and operator",
            Scope.OPERATIONS
                    .may("dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem")
                    .looks(),
            Scope.AUDIT.may("dynamodb:UpdateItem", "dynamodb:DeleteItem").looks()),

    /** {@code windows apply}, {@code perf regress --notify}, {@code alarms diff} and {@code perf worker}. */
    SCHEDULED_JOB(
            "scheduled-job",
            "What the jobs of jobs.yaml call",
            Needs.all(List.of(
                            UseCaseNeeds.of(WindowsUseCases.PLAN),
                            UseCaseNeeds.of(WindowsUseCases.APPLY),
                            UseCaseNeeds.of(PerformanceUseCases.REGRESS),
                            UseCaseNeeds.of(PerformanceUseCases.TELL),
                            Needs.looking(UseCaseNeeds.of(AlarmsUseCases.PLAN).looks()),
                            Errand.LOAD_PART.needs()))
                    .everything());

    private final String title;
    private final String description;
    /** Never changed, and copied when it is handed out. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final SortedSet<Permission> allowed;

    @SuppressWarnings("ImmutableEnumChecker")
    private final SortedSet<Permission> denied;

    Role(String title, String description, Collection<Permission> allowed) {
        this(title, description, allowed, List.of());
    }

    Role(String title, String description, Collection<Permission> allowed, Collection<Permission> denied) {
        this.title = title;
        this.description = description;
        this.allowed = new TreeSet<>(allowed);
        this.denied = new TreeSet<>(denied);
    }

    /** As it is typed, and as its policy is called behind the project's name. */
    public String title() {
        return title;
    }

    /** In a sentence. */
    public String description() {
        return description;
    }

    /** What it may do. */
    public SortedSet<Permission> allowed() {
        return new TreeSet<>(allowed);
    }

    /** What it may do, to look and to change. */
    public Needs needs() {
        SortedSet<Permission> changes = new TreeSet<>(allowed);
        changes.removeIf(Permission::reads);
        return new Needs(
                new TreeSet<>(allowed.stream().filter(Permission::reads).toList()), changes);
    }

    /** Its policy, as one however long it is. */
    public PolicyDocument policy(Names names) {
        return PolicyDocument.of(allowed, denied, names);
    }

    private static List<Needs> everything() {
        return Stream.concat(
                        Catalogue.all().stream().map(UseCaseNeeds::of),
                        Arrays.stream(Errand.values()).map(Errand::needs))
                .toList();
    }

    private static SortedSet<Permission> beside(Role other) {
        SortedSet<Permission> more = new TreeSet<>(Needs.all(everything()).changes());
        more.removeIf(permission ->
                other.allowed.contains(permission) || other.allowed.stream().anyMatch(permission::isImpliedBy));
        return more;
    }
}
