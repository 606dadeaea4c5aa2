package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.UseCase;
import io.agentctl.control.alarms.compose.AlarmComposer;
import io.agentctl.control.alarms.compose.Audience;
import io.agentctl.control.alarms.compose.BurnRates;
import io.agentctl.control.alarms.compose.Composition;
import io.agentctl.control.alarms.compose.ExpectedPages;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.alarms.signals.PlanSignals;
import io.agentctl.control.alarms.signals.SignalsPlan;
import io.agentctl.control.alarms.upkeep.AlarmPlanner.Deleting;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.AlarmPriceTable;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.Backend;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
    private final PlanSignals signals;
    private final Examination examination;
    private final ExpectedPages pages;
    private final Supplier<AlarmPriceTable> prices;
    private final Clock clock;

    PlanAlarms(
            String project,
            Supplier<Target> here,
            AlarmObserver observer,
            PlanSignals signals,
            Examination examination,
            ExpectedPages pages,
            Supplier<AlarmPriceTable> prices,
            Clock clock) {
        this.project = project;
        this.here = here;
        this.observer = observer;
        this.signals = signals;
        this.examination = examination;
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
        Audience audience = new Audience(project, target.account(), target.region(), request.usual());
        Composition wanted = AlarmComposer.compose(request.objectives(), request.specs(), audience);
        List<Finding> findings = findings(wanted, request, target);
        requireNone(findings, ErrorCode.BAD_DOCUMENT, "Nothing was changed. Put these right, and plan again.");
        AlarmPriceTable table = prices.get();
        List<ObservedAlarm> observed = observer.observe(wanted, tags(request.scope()));
        AlarmPlanner.Planned planned =
                AlarmPlanner.plan(wanted, observed, deleting(request.scope()), table, clock.instant());
        boolean whole = request.scope() != Scope.ORPHANS;
        SignalsPlan kept = signals.plan(request.objectives(), !whole, remains(observed, whole), progress);
        requireNone(joined(planned.findings(), kept.findings()), ErrorCode.CONFLICT, "Nothing was changed.");
        return new AlarmPlan(
                new Plan(KIND, target, clock.instant(), ordered(planned.resources(), kept.resources())),
                planned.changes(),
                whole ? unchanged(wanted, planned) : 0,
                planned.orphans(),
                kept,
                whole
                        ? wanted.groups().stream()
                                .flatMap(group -> group.tiers().stream())
                                .toList()
                        : List.of(),
                request.tried() ? pages.aWeek(tried(request, audience, planned)) : Map.of(),
                Pace.of(planned.changes()),
                table.description(),
                joined(findings, planned.findings(), kept.findings()));
    }

    /** Whoever only tidies up need not know whether metrics have data. */
    private List<Finding> findings(Composition wanted, Request request, Target target) {
        return switch (request.scope()) {
            case ORPHANS -> AlarmComposer.errors(wanted.findings());
            case WANTED, CLOSELY -> examination.of(wanted, request.objectives(), target.region());
        };
    }

    private static PlanSignals.Remains remains(List<ObservedAlarm> observed, boolean whole) {
        boolean watched = observed.stream()
                .map(ObservedAlarm::definition)
                .flatMap(Optional::stream)
                .anyMatch(PlanAlarms::looksAtBurnRates);
        if (watched) {
            return PlanSignals.Remains.LIKELY;
        }
        return whole ? PlanSignals.Remains.NONE : PlanSignals.Remains.PERHAPS;
    }

    private static boolean looksAtBurnRates(AlarmDefinition alarm) {
        return alarm instanceof MetricAlarm metric
                && metric.watched() instanceof Watched.Single single
                && single.metric().namespace().equals(BurnRates.NAMESPACE);
    }

    /** Objectives are there before the alarms that look at their burn rates, and go after these. */
    private static List<ResourcePlan> ordered(List<ResourcePlan> alarms, List<ResourcePlan> objectives) {
        Predicate<ResourcePlan> goes =
                objective -> objective.changes().getFirst().to().isEmpty();
        return joined(
                objectives.stream().filter(goes.negate()).toList(),
                alarms,
                objectives.stream().filter(goes).toList());
    }

    @SafeVarargs
    private static <T> List<T> joined(List<T>... parts) {
        List<T> all = new ArrayList<>();
        for (List<T> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }

    private static int unchanged(Composition wanted, AlarmPlanner.Planned planned) {
        long changed = planned.changes().stream()
                .filter(change -> change.kind() != AlarmChange.Kind.DELETE)
                .count();
        return (int) (wanted.alarms().count() - changed);
    }

    /**
     * Trying all of them would take its time at each apply that changes nothing. Burn rates of Application Signals have
     * no past: what they are reckoned from has.
     */
    private static Composition tried(Request request, Audience audience, AlarmPlanner.Planned planned) {
        Composition wanted = AlarmComposer.compose(
                request.objectives().stream()
                        .map(objective -> objective.keptBy(Backend.ALARMS))
                        .toList(),
                request.specs(),
                audience);
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
        // Warnings with them: whoever puts one right wants to know of all.
        if (!AlarmComposer.errors(findings).isEmpty()) {
            throw new AgentctlException(
                    code, findings.stream().map(Finding::text).collect(Collectors.joining("\n")), advice);
        }
    }
}
