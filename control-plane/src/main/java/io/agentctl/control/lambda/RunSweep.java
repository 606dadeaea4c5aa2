package io.agentctl.control.lambda;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Operation;
import io.agentctl.control.journal.OperationDraft;
import io.agentctl.control.journal.OperationId;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.journal.Step;
import io.agentctl.control.lambda.invocation.FunctionInvoker;
import io.agentctl.control.lambda.invocation.Payloads;
import io.agentctl.control.lambda.invocation.RoundPlayer;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.lambda.report.SweepSubject;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.race.Race;
import io.agentctl.control.race.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Sweeps a function: one operation, after which the function is as it was. */
public final class RunSweep implements UseCase<RunSweep.Request, SweepReport> {

    /** How much longer than the function may run an answer is waited for, so that it is never given up too early. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Less of the memory left than this, as a share, is worth a warning. */
    private static final double LEAST_HEADROOM = 0.1;

    /**
     * What to run.
     *
     * @param plan as it was shown
     * @param payloads what to invoke the function with
     */
    public record Request(SweepPlan plan, Payloads payloads) {}

    private final FunctionsGateway functions;
    private final SweepPermissions permissions;
    private final Function<Duration, LambdaClient> invoking;
    private final Function<ActionHandler, OperationRunner> runner;
    private final Clock clock;

    /**
     * Makes the use case.
     *
     * @param invoking makes a client that makes each call once and waits so long for an answer
     * @param runner makes a runner that measures with the handler given
     */
    RunSweep(
            FunctionsGateway functions,
            SweepPermissions permissions,
            Function<Duration, LambdaClient> invoking,
            Function<ActionHandler, OperationRunner> runner,
            Clock clock) {
        this.functions = functions;
        this.permissions = permissions;
        this.invoking = invoking;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * Sweeps.
     *
     * @return what was found; if a stop was asked for while it measured, what was found until then, with the verdict
     *     RUNNING
     * @throws AgentctlException STALE_PLAN; NOT_ALLOWED, before anything is changed; CONFLICT if somebody else changed
     *     the function meanwhile; and as {@link OperationRunner#runWhole}
     */
    @Override
    public SweepReport run(Request request, ProgressListener progress) {
        SweepPlan plan = request.plan();
        ObservedFunction function = functions.observe(plan.function());
        if (!function.revisionId().equals(plan.revision())) {
            throw new AgentctlException(
                    ErrorCode.STALE_PLAN,
                    "the plan is stale: " + plan.function() + " has changed since it was made",
                    "Plan anew; nothing was changed.");
        }
        permissions.require(function.name());
        Duration longest = Duration.ofSeconds(function.timeoutSeconds()).plus(MARGIN);
        try (LambdaClient client = invoking.apply(longest);
                RoundPlayer player = new RoundPlayer(
                        new FunctionInvoker(
                                client,
                                new ApiCalls(plan.concurrency()),
                                function.name().value(),
                                request.payloads()),
                        plan.concurrency())) {
            SweepRace race = new SweepRace(function.name(), function.architecture(), Race.of(plan.course()), player);
            return swept(plan, function, race, progress);
        }
    }

    private SweepReport swept(SweepPlan plan, ObservedFunction function, SweepRace race, ProgressListener progress) {
        List<Step> steps = new SweepSteps(function.name()).all(function, race.firstVariants());
        OperationDraft draft = new OperationDraft(
                "lambda sweep",
                function.name().resource(),
                plan.target(),
                plan.course().sizes().size() + " sizes to measure, changed for that alone",
                steps);
        try {
            Operation over = runner.apply(new MeasureSizes(race)).runWhole(draft, progress);
            return report(plan, race, over.id(), differences(over));
        } catch (AgentctlException stopped) {
            boolean worthShowing = stopped.code() == ErrorCode.INTERRUPTED && race.invocations() > 0;
            if (!worthShowing) {
                throw stopped;
            }
            return report(plan, race, race.operation().orElseThrow(), List.of(stopped.getMessage()));
        }
    }

    private static List<String> differences(Operation over) {
        return over.steps().stream()
                .flatMap(step -> Stream.ofNullable(step.outcome().get(CompareFunction.DIFFERENCES)))
                .map(text -> "somebody else changed the function meanwhile, which was left as it is: " + text)
                .toList();
    }

    /** A size may be the best by time and money, and one larger request away from being killed. */
    private static Optional<String> tightness(Verdict verdict) {
        return verdict.sizes().stream()
                .filter(size -> verdict.advised().filter(size.size()::equals).isPresent())
                .filter(size -> size.headroom().orElse(1) < LEAST_HEADROOM)
                .findFirst()
                .map(size ->
                        size.memoryUsedMb().orElseThrow() + " of " + size.size().memoryMb()
                                + " MB were used at the advised size: it may be killed where a payload needs more");
    }

    private SweepReport report(SweepPlan plan, SweepRace race, OperationId operation, List<String> happened) {
        List<String> remarks = new ArrayList<>(plan.remarks());
        race.errors().forEach((size, error) -> remarks.add("at " + size + " it said: " + error));
        tightness(race.verdict()).ifPresent(remarks::add);
        remarks.addAll(happened);
        return SweepReport.of(
                new SweepSubject(
                        plan.function().value(),
                        operation.toString(),
                        plan.target(),
                        clock.instant(),
                        plan.current(),
                        plan.course().objective(),
                        plan.course().settings(),
                        plan.prices(),
                        race.clientTimed(),
                        remarks),
                race.verdict());
    }
}
