package io.agentctl.control.overview;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.capacity.FindMeters;
import io.agentctl.control.capacity.TableName;
import io.agentctl.control.ecs.EcsGateway;
import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.ecs.ServiceObserver;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.lambda.FunctionsGateway;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.ops.OperationLine;
import io.agentctl.control.overview.Snapshot.AlarmBoard;
import io.agentctl.control.overview.Snapshot.FunctionState;
import io.agentctl.control.overview.Snapshot.ServiceState;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.publishing.PolicyStatus;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.slo.report.ReportObjectives;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.run.ShowWindows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads parts of a dashboard side by side. What fails is named in its part, and does not end the others. Whoever shows
 * them keeps what was read before and asks for what is due (see {@link Pacing}).
 */
public final class TakeSnapshot implements UseCase<TakeSnapshot.Request, Snapshot> {

    private static final int OPERATIONS = 20;

    private final Sources sources;
    private final Clock clock;

    TakeSnapshot(Sources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** Who is asked. */
    record Sources(
            Supplier<Target> here,
            CurvesReader curves,
            EcsGateway ecs,
            ServiceObserver services,
            FunctionsGateway functions,
            FindMeters meters,
            ReportObjectives objectives,
            AlarmStates alarms,
            Supplier<ShowWindows> windows,
            Supplier<PolicyStatus> policies,
            Supplier<ListOperations> operations) {}

    /**
     * What to look at.
     *
     * @param project its name, with which its metrics and alarms begin
     * @param functions Lambda functions
     * @param tables DynamoDB tables
     * @param objectives what is promised
     * @param windows what windows say; empty where there are none
     * @param environment whose policies
     * @param range how far curves go back
     * @param wish which curves, if they are read
     * @param parts what to read
     */
    public record Request(
            String project,
            Services services,
            List<String> functions,
            List<TableName> tables,
            List<Objective> objectives,
            Optional<WindowFile> windows,
            String environment,
            Range range,
            CurvesWish wish,
            Set<Part> parts) {
        public Request {
            functions = List.copyOf(functions);
            tables = List.copyOf(tables);
            objectives = List.copyOf(objectives);
            parts = Set.copyOf(parts);
        }

        private boolean wants(Part part) {
            return parts.contains(part);
        }
    }

    @Override
    public Snapshot run(Request request, ProgressListener progress) {
        Instant now = clock.instant();
        boolean curved = request.wants(Part.CURVES);
        Supplier<Reading<List<ServiceState>>> services =
                read(request.wants(Part.SERVICES), now, () -> services(request));
        // Curves need to know which tables and indexes there are, so both are read at once.
        Supplier<Reading<FindMeters.Result>> meters =
                read(curved || request.wants(Part.TABLES), now, () -> sources.meters()
                        .run(new FindMeters.Request(request.tables()), progress));
        Supplier<Reading<Curves>> curves = read(curved, now, () -> curves(request, meters, now));
        Supplier<Reading<Target>> account = read(request.wants(Part.ACCOUNT), now, sources.here());
        Supplier<Reading<List<FunctionState>>> functions =
                read(request.wants(Part.FUNCTIONS), now, () -> functions(request));
        Supplier<Reading<List<ObjectiveReport>>> objectives =
                read(request.wants(Part.OBJECTIVES), now, () -> objectives(request, progress));
        Supplier<Reading<AlarmBoard>> alarms = read(request.wants(Part.ALARMS), now, () -> alarms(request.project()));
        Supplier<Reading<List<ShowWindows.Row>>> windows =
                read(request.wants(Part.WINDOWS), now, () -> windows(request, now, progress));
        Supplier<Reading<PolicyStatus.Result>> policies =
                read(request.wants(Part.POLICIES), now, () -> sources.policies()
                        .get()
                        .run(request.environment(), progress));
        Supplier<Reading<List<OperationLine>>> operations =
                read(request.wants(Part.OPERATIONS), now, () -> operations(progress));
        return new Snapshot(
                request.project(),
                now,
                request.range(),
                account.get(),
                curves.get(),
                services.get(),
                functions.get(),
                mapped(
                        meters.get(),
                        found -> found.missing().stream().map(TableName::value).toList()),
                objectives.get(),
                alarms.get(),
                windows.get(),
                policies.get(),
                operations.get());
    }

    private static <T> Supplier<Reading<T>> read(boolean wanted, Instant now, Supplier<T> reading) {
        if (!wanted) {
            return Reading::none;
        }
        return Parallel.begin(() -> {
            try {
                return Reading.of(reading.get(), now);
            } catch (AgentctlException failure) {
                return Reading.failed(failure, now);
            }
        });
    }

    private static <T, R> Reading<R> mapped(Reading<T> reading, Function<T, R> to) {
        return new Reading<>(reading.value().map(to), reading.readAt(), reading.failure());
    }

    /** What cannot be named has no curves; why is told in its own part. */
    private Curves curves(Request request, Supplier<Reading<FindMeters.Result>> meters, Instant now) {
        return sources.curves()
                .read(
                        new CurvesReader.Subjects(
                                request.project(),
                                names(request, now),
                                request.functions(),
                                meters.get().get(FindMeters.Result::meters).orElse(List.of())),
                        request.range(),
                        request.wish().since(),
                        now);
    }

    private List<ServiceName> names(Request request, Instant now) {
        if (request.wish().subjects() == CurvesWish.Subjects.ALL_BUT_SERVICES) {
            return List.of();
        }
        return read(true, now, () -> request.services().named(sources.ecs(), sources.services()))
                .get()
                .value()
                .orElse(List.of());
    }

    private List<ServiceState> services(Request request) {
        return request.services().observe(sources.ecs(), sources.services()).stream()
                .map(TakeSnapshot::state)
                .toList();
    }

    private static ServiceState state(ObservedService service) {
        return new ServiceState(
                service.name().service(),
                service.taskDefinition().size().toString(),
                service.desired(),
                service.running(),
                service.pending(),
                service.deploying());
    }

    private List<FunctionState> functions(Request request) {
        return request.functions().isEmpty()
                ? List.of()
                : sources.functions().all().stream()
                        .filter(function -> request.functions().contains(function.functionName()))
                        .map(function ->
                                new FunctionState(function.functionName(), function.memorySize(), function.timeout()))
                        .toList();
    }

    private List<ObjectiveReport> objectives(Request request, ProgressListener progress) {
        return sources.objectives()
                .run(new ReportObjectives.Request(request.objectives(), Duration.ZERO), progress)
                .objectives();
    }

    private AlarmBoard alarms(String project) {
        AlarmStates.States states = sources.alarms().read(project);
        return new AlarmBoard(states.total(), states.ringing(), states.blind());
    }

    private List<ShowWindows.Row> windows(Request request, Instant now, ProgressListener progress) {
        return request.windows()
                .map(rules -> sources.windows()
                        .get()
                        .run(new ShowWindows.Request(rules, now), progress)
                        .services())
                .orElse(List.of());
    }

    private List<OperationLine> operations(ProgressListener progress) {
        return sources.operations()
                .get()
                .run(new ListOperations.Request(OPERATIONS, Optional.empty(), Set.of()), progress)
                .operations();
    }
}
