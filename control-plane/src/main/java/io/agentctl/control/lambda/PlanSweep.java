package io.agentctl.control.lambda;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.race.Course;
import io.agentctl.control.race.Exploration;
import io.agentctl.control.race.LambdaSize;
import io.agentctl.control.race.RaceSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Plans a sweep: which sizes, how far, and for how much money. Invokes nothing. */
public final class PlanSweep implements UseCase<SweepRequest, SweepPlan> {

    /** New accounts may have no more (Lambda Developer Guide, "Lambda quotas"). */
    private static final int USUAL_MOST_MB = 3_008;

    private static final double MILLIS = 1_000;

    private final Supplier<Target> here;
    private final FunctionsGateway functions;
    private final RecentDurations durations;
    private final Supplier<LambdaPriceTable> prices;
    private final Clock clock;

    PlanSweep(
            Supplier<Target> here,
            FunctionsGateway functions,
            RecentDurations durations,
            Supplier<LambdaPriceTable> prices,
            Clock clock) {
        this.here = here;
        this.functions = functions;
        this.durations = durations;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Plans.
     *
     * @throws AgentctlException NOT_FOUND if there is no such function; CONFLICT if it may not be invoked at all; USAGE
     *     for a limit of spending or of invocations that not even one round keeps to
     */
    @Override
    public SweepPlan run(SweepRequest request, ProgressListener progress) {
        Target target = here.get();
        ObservedFunction function = functions.observe(request.function());
        LambdaSize current = new LambdaSize(function.memoryMb(), function.architecture());
        LambdaPriceTable table = prices.get();
        Course course = course(request, current, table);
        SweepEstimate estimate = SweepEstimate.of(
                course, current, durations.meanMs(request.function()), function.timeoutSeconds() * MILLIS);
        requireAffordable(request, course, estimate);
        List<String> remarks = new ArrayList<>();
        int concurrency = concurrency(request, function, remarks);
        remark(function, course, remarks);
        return new SweepPlan(
                target,
                function.name(),
                function.revisionId(),
                current,
                course,
                concurrency,
                estimate,
                table.description(),
                remarks);
    }

    private Course course(SweepRequest request, LambdaSize current, LambdaPriceTable table) {
        List<Architecture> architectures =
                request.architectures().isEmpty() ? List.of(current.architecture()) : request.architectures();
        boolean explores = request.memoryMb().isEmpty();
        List<LambdaSize> sizes = explores
                ? Exploration.start(
                        architectures, current.memoryMb() > USUAL_MOST_MB ? LambdaSize.MOST_MB : USUAL_MOST_MB)
                : architectures.stream()
                        .flatMap(one -> request.memoryMb().stream().map(memory -> new LambdaSize(memory, one)))
                        .toList();
        Exploration exploration = explores ? Exploration.USUAL : Exploration.NONE;
        RaceSettings usual = RaceSettings.forSizes(sizes.size());
        RaceSettings settings = new RaceSettings(
                request.indifferenceZone(),
                request.confidence(),
                request.maxInvocations().orElse(usual.maxInvocations()),
                request.maxSpendUsd(),
                request.coldShare(),
                usual.roundSize());
        return new Course(sizes, request.objective(), settings, table.rates(), clock.millis(), exploration);
    }

    private static void requireAffordable(SweepRequest request, Course course, SweepEstimate estimate) {
        int round = course.sizes().size() * course.openingInvocations();
        if (course.settings().maxInvocations() < round) {
            throw usage(
                    "the first round alone makes " + round + " invocations, and "
                            + course.settings().maxInvocations() + " are allowed",
                    "Measure fewer sizes with --memory, or allow more with --max-invocations.");
        }
        OptionalDouble limit = request.maxSpendUsd();
        if (limit.isPresent() && limit.getAsDouble() < estimate.firstRoundUsd()) {
            throw usage(
                    String.format(
                            Locale.ROOT,
                            "the first round alone is expected to cost $%.6f, and $%.6f may be spent",
                            estimate.firstRoundUsd(),
                            limit.getAsDouble()),
                    "Measure fewer sizes with --memory, or allow more with --max-spend.");
        }
    }

    /** What is set aside for the function bounds a sweep too, and the account's limit is everybody's. */
    private int concurrency(SweepRequest request, ObservedFunction function, List<String> remarks) {
        OptionalInt reserved = function.reservedConcurrency();
        int most = reserved.isPresent() ? reserved.getAsInt() : functions.accountConcurrency();
        if (most == 0) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    function.name() + " may not be invoked: its reserved concurrency is 0",
                    "Somebody switched it off. See: agentctl lambda concurrency show " + function.name());
        }
        if (most < request.concurrency()) {
            remarks.add("at most " + most + " invocations are in flight, for so many are "
                    + (reserved.isPresent() ? "reserved for the function" : "allowed in the account"));
        }
        return Math.min(most, request.concurrency());
    }

    private static void remark(ObservedFunction function, Course course, List<String> remarks) {
        if (!function.provisioned().isEmpty()) {
            remarks.add("what is kept ready stays as it is: what is measured has no provisioned concurrency");
        }
        if (function.snapshot().snapStarts()) {
            remarks.add("SnapStart: publishing takes some minutes a size");
        }
        boolean moves = course.sizes().stream().anyMatch(size -> size.architecture() != function.architecture());
        if (moves) {
            remarks.add("its code is sent again unchanged, to run on another architecture: it must be made for both");
        }
    }

    private static AgentctlException usage(String message, String advice) {
        return new AgentctlException(ErrorCode.USAGE, message, advice);
    }
}
