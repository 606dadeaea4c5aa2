package io.agentctl.control.overview;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.ops.OperationLine;
import io.agentctl.control.plan.Target;
import io.agentctl.control.publishing.PolicyStatus;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.windows.run.ShowWindows;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Everything that a dashboard shows, each part with when it was read and what kept it from being read since.
 *
 * @param project whose
 * @param at as of when
 * @param range over how long curves go
 * @param account where it was looked
 * @param curves what was measured
 * @param services ECS services as they are
 * @param functions Lambda functions as they are
 * @param tables names of tables that are not there
 * @param objectives how objectives stand
 * @param alarms how alarms stand
 * @param windows services that windows speak of; none where there are no windows
 * @param policies what is in force, and who enforces it
 * @param operations the latest
 */
public record Snapshot(
        String project,
        Instant at,
        Range range,
        Reading<Target> account,
        Reading<Curves> curves,
        Reading<List<ServiceState>> services,
        Reading<List<FunctionState>> functions,
        Reading<List<String>> tables,
        Reading<List<ObjectiveReport>> objectives,
        Reading<AlarmBoard> alarms,
        Reading<List<ShowWindows.Row>> windows,
        Reading<PolicyStatus.Result> policies,
        Reading<List<OperationLine>> operations) {

    /**
     * An ECS service as it is.
     *
     * @param size CPU units and MiB of a task, such as {@code 1024/2048}
     * @param desired tasks wanted
     * @param running tasks running
     * @param pending tasks starting
     * @param deploying true while a deployment is under way
     */
    public record ServiceState(String service, String size, int desired, int running, int pending, boolean deploying) {}

    /**
     * A Lambda function as it is.
     *
     * @param memoryMb what it has
     * @param timeoutSeconds after which an invocation is ended
     */
    public record FunctionState(String function, int memoryMb, int timeoutSeconds) {}

    /**
     * How alarms stand.
     *
     * @param total how many there are
     * @param ringing those in ALARM, the latest first
     * @param blind how many have too little data
     */
    public record AlarmBoard(int total, List<AlarmLine> ringing, int blind) {}

    /** One of which nothing was read. */
    public static Snapshot unread(String project, Instant at, Range range) {
        return new Snapshot(
                project,
                at,
                range,
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none(),
                Reading.none());
    }

    /** One of which some parts could not be read, all for the same reason. */
    public static Snapshot unreadable(String project, Instant at, Range range, Set<Part> parts, AgentctlException why) {
        return new Snapshot(
                project,
                at,
                range,
                missing(Part.ACCOUNT, parts, why, at),
                missing(Part.CURVES, parts, why, at),
                missing(Part.SERVICES, parts, why, at),
                missing(Part.FUNCTIONS, parts, why, at),
                missing(Part.TABLES, parts, why, at),
                missing(Part.OBJECTIVES, parts, why, at),
                missing(Part.ALARMS, parts, why, at),
                missing(Part.WINDOWS, parts, why, at),
                missing(Part.POLICIES, parts, why, at),
                missing(Part.OPERATIONS, parts, why, at));
    }

    private static <T> Reading<T> missing(Part part, Set<Part> parts, AgentctlException why, Instant at) {
        return parts.contains(part) ? Reading.failed(why, at) : Reading.none();
    }

    /** This one with what was read since. */
    public Snapshot then(Snapshot newer) {
        return new Snapshot(
                newer.project,
                newer.at,
                newer.range,
                account.then(newer.account),
                curves.then(newer.curves),
                services.then(newer.services),
                functions.then(newer.functions),
                tables.then(newer.tables),
                objectives.then(newer.objectives),
                alarms.then(newer.alarms),
                windows.then(newer.windows),
                policies.then(newer.policies),
                operations.then(newer.operations));
    }

    /** What was read of a part. */
    public Reading<?> reading(Part part) {
        return switch (part) {
            case ACCOUNT -> account;
            case CURVES -> curves;
            case SERVICES -> services;
            case FUNCTIONS -> functions;
            case TABLES -> tables;
            case OBJECTIVES -> objectives;
            case ALARMS -> alarms;
            case WINDOWS -> windows;
            case POLICIES -> policies;
            case OPERATIONS -> operations;
        };
    }

    /** The same with how objectives stand, or why that is not known. */
    public Snapshot withObjectives(Reading<List<ObjectiveReport>> reading) {
        return new Snapshot(
                project,
                at,
                range,
                account,
                curves,
                services,
                functions,
                tables,
                reading,
                alarms,
                windows,
                policies,
                operations);
    }

    /** The same with what windows say, or why that is not known. */
    public Snapshot withWindows(Reading<List<ShowWindows.Row>> reading) {
        return new Snapshot(
                project,
                at,
                range,
                account,
                curves,
                services,
                functions,
                tables,
                objectives,
                alarms,
                reading,
                policies,
                operations);
    }

    /** The same with other curves, such as those of another range that were read before. */
    public Snapshot withCurves(Reading<Curves> reading) {
        return new Snapshot(
                project,
                at,
                range,
                account,
                reading,
                services,
                functions,
                tables,
                objectives,
                alarms,
                windows,
                policies,
                operations);
    }

    /** The same as part of what is shown over another range. */
    public Snapshot over(Range other) {
        return new Snapshot(
                project,
                at,
                other,
                account,
                curves,
                services,
                functions,
                tables,
                objectives,
                alarms,
                windows,
                policies,
                operations);
    }
}
