package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.compose.AlarmComposer;
import io.agentctl.control.alarms.compose.AlarmLint;
import io.agentctl.control.alarms.compose.Audience;
import io.agentctl.control.alarms.compose.Composition;
import io.agentctl.control.alarms.compose.ExpectedPages;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.upkeep.AlarmPlanner.Deleting;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.AlarmPriceTable;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans the alarms that objectives and specs want; changes nothing. An empty plan says that nothing has drifted. */
public final class PlanAlarms implements UseCase<PlanAlarms.Request, AlarmPlan> {

    static final String KIND = "alarms";

    /**
     * What is wanted.
     *
     * @param objectives that are to be watched over
     * @param specs further alarms
     * @param usual who is told, where an objective names nobody
     * @param scope what is to be planned
     * @param tried true to find out as well how often those that are changed would have told somebody lately
     */
    public record Request(
            List<Objective> objectives,
            List<AlarmSpec> specs,
            Map<Urgency, Recipients> usual,
            Scope scope,
            boolean tried) {
        public Request {
            objectives = List.copyOf(objectives);
            specs = List.copyOf(specs);
            usual = Map.copyOf(usual);
        }
    }

    /** What is to be planned. */
    public enum Scope {
        /** What is asked for; alarms of objectives that are gone are left. */
        WANTED,
        /** The same, and tags are compared of all. */
        CLOSELY,
        /** Only that alarms go which nothing asks for. */
        ORPHANS
    }

    private final String project;
    private final Supplier<Target> here;
    private final AlarmObserver observer;
    private final Grounds grounds;
    private final ExpectedPages pages;
    private final Supplier<AlarmPriceTable> prices;
    private final Clock clock;

    PlanAlarms(
            String project,
            Supplier<Target> here,
            AlarmObserver observer,
            Grounds grounds,
            ExpectedPages pages,
            Supplier<AlarmPriceTable> prices,
            Clock clock) {
        this.project = project;
        this.here = here;
        this.observer = observer;
        this.grounds = grounds;
        this.pages = pages;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Plans.
     *
     * @throws AgentctlException BAD_DOCUMENT with all that is wrong with what is wanted; CONFLICT for alarms that are
     *     not the project's
     */
    @Override
    public AlarmPlan run(Request request, ProgressListener progress) {
        Target target = here.get();
        Composition wanted = AlarmComposer.compose(
                request.objectives(),
                request.specs(),
                new Audience(project, target.account(), target.region(), request.usual()));
        List<Finding> findings = findings(wanted, request.scope(), target);
        requireNone(findings, ErrorCode.BAD_DOCUMENT, "Nothing was changed. Put these right, and plan again.");
        AlarmPriceTable table = prices.get();
        AlarmPlanner.Planned planned = AlarmPlanner.plan(
                wanted,
                observer.observe(wanted, tags(request.scope())),
                deleting(request.scope()),
                table,
                clock.instant());
        requireNone(planned.findings(), ErrorCode.CONFLICT, "Nothing was changed.");
        boolean whole = request.scope() != Scope.ORPHANS;
        return new AlarmPlan(
                new Plan(KIND, target, clock.instant(), planned.resources()),
                planned.changes(),
                whole ? unchanged(wanted, planned) : 0,
                planned.orphans(),
                whole
                        ? wanted.groups().stream()
                                .flatMap(group -> group.tiers().stream())
                                .toList()
                        : List.of(),
                request.tried() ? pages.aWeek(changed(wanted, planned)) : Map.of(),
                Pace.of(planned.changes()),
                table.description(),
                Stream.concat(findings.stream(), planned.findings().stream()).toList());
    }

    /** Whoever only tidies up need not know whether metrics have data. */
    private List<Finding> findings(Composition wanted, Scope scope, Target target) {
        return switch (scope) {
            case ORPHANS -> AlarmComposer.errors(wanted.findings());
            case WANTED, CLOSELY -> AlarmLint.check(wanted, grounds.of(wanted, target.region()));
        };
    }

    private static int unchanged(Composition wanted, AlarmPlanner.Planned planned) {
        long changed = planned.changes().stream()
                .filter(change -> change.kind() != AlarmChange.Kind.DELETE)
                .count();
        return (int) (wanted.alarms().count() - changed);
    }

    /** Trying all of them would take its time at each apply that changes nothing. */
    private static Composition changed(Composition wanted, AlarmPlanner.Planned planned) {
        Set<String> groups = planned.changes().stream().map(AlarmChange::group).collect(Collectors.toSet());
        return new Composition(
                wanted.project(),
                wanted.groups().stream()
                        .filter(group -> groups.contains(group.name()))
                        .toList(),
                List.of());
    }

    private static Deleting deleting(Scope scope) {
        return switch (scope) {
            case WANTED, CLOSELY -> Deleting.LEFT_OVER;
            case ORPHANS -> Deleting.ONLY_ORPHANS;
        };
    }

    private static AlarmObserver.Tags tags(Scope scope) {
        return switch (scope) {
            case WANTED, ORPHANS -> AlarmObserver.Tags.WHERE_NEEDED;
            case CLOSELY -> AlarmObserver.Tags.ALL;
        };
    }

    private static void requireNone(List<Finding> findings, ErrorCode code, String advice) {
        List<Finding> errors = AlarmComposer.errors(findings);
        if (!errors.isEmpty()) {
            throw new AgentctlException(
                    code, errors.stream().map(Finding::text).collect(Collectors.joining("\n")), advice);
        }
    }
}
