package io.agentctl.control.overview;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.capacity.TableName;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.ops.ListOperations;
import io.agentctl.control.overview.RuntimeStatus.Problem;
import io.agentctl.control.plan.Target;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.settings.Project;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.report.ReportObjectives;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.run.ShowWindows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at everything of a runtime at once. What fails is named, and does not end the rest. */
public final class LookAround implements UseCase<LookAround.Request, RuntimeStatus> {

    /** The part that needs objectives. */
    public static final String OBJECTIVES = "objectives";

    /** The part that needs windows. */
    public static final String WINDOWS = "windows";

    private static final int OPERATIONS = 5;
    private static final Duration BACK = Duration.ofHours(1);

    private final Sources sources;
    private final Clock clock;

    public LookAround(Sources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** Who is asked. */
    public record Sources(
            Supplier<Target> here,
            FiguresReader figures,
            CheckBudgets budgets,
            ReportObjectives objectives,
            AlarmStates alarms,
            Supplier<ShowWindows> windows,
            Supplier<ListOperations> operations) {}

    /**
     * What to look at.
     *
     * @param project its name, with which its metrics and alarms begin
     * @param functions Lambda functions
     * @param tables DynamoDB tables
     * @param objectives what is promised; empty if that could not be read
     * @param windows what windows say; empty where there are none, or they could not be read
     * @param unread what could not be read, and why
     */
    public record Request(
            String project,
            Services services,
            List<String> functions,
            List<TableName> tables,
            Budgets budgets,
            List<Objective> objectives,
            Optional<WindowFile> windows,
            List<Problem> unread) {

        public Request {
            functions = List.copyOf(functions);
            tables = List.copyOf(tables);
            objectives = List.copyOf(objectives);
            unread = List.copyOf(unread);
        }

        /**
         * Everything of a project. A file with mistakes costs its part of the page, not the rest.
         *
         * @param objectives reads what is promised
         * @param windows reads what windows say
         */
        public static Request of(
                Project project, Supplier<List<Objective>> objectives, Supplier<Optional<WindowFile>> windows) {
            List<Problem> unread = new ArrayList<>();
            List<Objective> promised = read(OBJECTIVES, List.of(), objectives, unread);
            Optional<WindowFile> sleeping = read(WINDOWS, Optional.empty(), windows, unread);
            return new Request(
                    project.name().value(),
                    Services.allOf(""),
                    project.functions().value(),
                    project.tables().value().stream().map(TableName::new).toList(),
                    Budgets.of(project.budgets()),
                    promised,
                    sleeping,
                    unread);
        }

        private static <T> T read(String part, T none, Supplier<T> reading, List<Problem> unread) {
            try {
                return reading.get();
            } catch (AgentctlException problem) {
                unread.add(new Problem(part, problem.getMessage()));
                return none;
            }
        }

        private Optional<Problem> unread(String part) {
            return unread.stream()
                    .filter(problem -> problem.part().equals(part))
                    .findFirst();
        }
    }

    /** A part of the page, or why there is none. */
    private record Part<T>(Optional<T> value, Optional<Problem> problem) {}

    @Override
    public RuntimeStatus run(Request request, ProgressListener progress) {
        Instant now = clock.instant();
        Supplier<Part<Target>> here = part("account", sources.here());
        Supplier<Part<RuntimeFigures>> figures =
                part("metrics", () -> sources.figures().read(request.project(), request.functions(), now));
        Supplier<Part<CheckBudgets.Result>> budgets = part("use", () -> sources.budgets()
                .run(
                        new CheckBudgets.Request(request.budgets(), request.services(), request.tables(), BACK),
                        progress));
        Supplier<Part<Promised>> objectives = part(request, OBJECTIVES, () -> promised(request, progress));
        Supplier<Part<AlarmStates.States>> alarms =
                part("alarms", () -> sources.alarms().read(request.project()));
        Supplier<Part<List<ShowWindows.Row>>> windows = part(request, WINDOWS, () -> windows(request, now, progress));
        Supplier<Part<ListOperations.Result>> operations = part("operations", () -> sources.operations()
                .get()
                .run(new ListOperations.Request(OPERATIONS, Optional.empty(), Set.of()), progress));
        return status(
                request,
                now,
                here.get(),
                figures.get(),
                budgets.get(),
                objectives.get(),
                alarms.get(),
                windows.get(),
                operations.get());
    }

    /** What is promised, and how that is kept. */
    private record Promised(List<Objective> objectives, ReportObjectives.Result result) {}

    private Promised promised(Request request, ProgressListener progress) {
        List<Objective> objectives = request.objectives();
        return new Promised(
                objectives,
                sources.objectives().run(new ReportObjectives.Request(objectives, Duration.ZERO), progress));
    }

    private List<ShowWindows.Row> windows(Request request, Instant now, ProgressListener progress) {
        return request.windows()
                .map(rules -> sources.windows()
                        .get()
                        .run(new ShowWindows.Request(rules, now), progress)
                        .services())
                .orElse(List.of());
    }

    /** A part that needs what the request brings, if that could be read. */
    private static <T> Supplier<Part<T>> part(Request request, String name, Supplier<T> reading) {
        Optional<Problem> unread = request.unread(name);
        return unread.isPresent() ? () -> new Part<>(Optional.empty(), unread) : part(name, reading);
    }

    private static <T> Supplier<Part<T>> part(String name, Supplier<T> reading) {
        return Parallel.begin(() -> {
            try {
                return new Part<>(Optional.of(reading.get()), Optional.empty());
            } catch (AgentctlException problem) {
                return new Part<T>(Optional.empty(), Optional.of(new Problem(name, problem.getMessage())));
            }
        });
    }

    private static RuntimeStatus status(
            Request request,
            Instant now,
            Part<Target> here,
            Part<RuntimeFigures> figures,
            Part<CheckBudgets.Result> budgets,
            Part<Promised> objectives,
            Part<AlarmStates.States> alarms,
            Part<List<ShowWindows.Row>> windows,
            Part<ListOperations.Result> operations) {
        List<Problem> problems = new ArrayList<>();
        for (Part<?> part : List.of(here, figures, budgets, objectives, alarms, windows, operations)) {
            part.problem().ifPresent(problems::add);
        }
        Judge judge = new Judge();
        objectives
                .value()
                .ifPresent(promised -> judge.objectives(
                        promised.result().objectives(),
                        promised.objectives().stream()
                                .collect(Collectors.toMap(Objective::name, Function.identity()))));
        Pagers pagers = Pagers.of(
                request.project(), objectives.value().map(Promised::objectives).orElse(List.of()));
        alarms.value().ifPresent(states -> judge.alarms(states.ringing(), pagers));
        budgets.value().ifPresent(result -> judge.budgets(result.budgets()));
        judge.problems(problems);
        Judge.Judgement judgement = judge.judgement();
        return new RuntimeStatus(
                request.project(),
                here.value(),
                now,
                judgement.verdict(),
                judgement.reasons(),
                figures.value(),
                budgets.value().map(CheckBudgets.Result::budgets),
                objectives.value().map(promised -> promised.result().objectives()),
                alarms.value().map(AlarmStates.States::total),
                alarms.value().map(AlarmStates.States::ringing).orElse(List.of()),
                windows.value(),
                operations.value().map(ListOperations.Result::operations),
                problems);
    }
}
