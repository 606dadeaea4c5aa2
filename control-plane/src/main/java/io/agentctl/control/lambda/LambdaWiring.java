package io.agentctl.control.lambda;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.OperationRunner;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.LambdaPriceTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Puts this package's parts together, for the composition root of a program. Touches no AWS client until one is used.
 */
public final class LambdaWiring {

    /** All control-plane calls of an account share 15 a second (Lambda Developer Guide, "Lambda quotas"). */
    private static final int IN_FLIGHT = 3;

    private final Supplier<Target> here;
    private final Clock clock;
    private final FunctionsGateway functions;
    private final List<ActionHandler> handlers;
    private final AwsClients aws;
    private final ApiCalls calls;

    /**
     * Wires the package.
     *
     * @param here the account and region
     */
    public LambdaWiring(AwsClients aws, Supplier<Target> here, Clock clock, UpdatePace pace) {
        this.aws = aws;
        this.calls = new ApiCalls(IN_FLIGHT);
        this.here = here;
        this.clock = clock;
        this.functions = new FunctionsGateway(aws::lambda, calls);
        FunctionWriter writer = new FunctionWriter(aws::lambda, calls, new FunctionCode(functions));
        Settling settling = new Settling(functions, clock, pace);
        VersionRemoval removal = new VersionRemoval(functions, settling, writer);
        this.handlers = List.of(
                new RecordFunction(functions),
                new CompareFunction(functions),
                new SetMemory(settling, writer),
                new RestoreMemory(settling, writer),
                new PublishSize(settling, writer),
                new RemoveVersion(functions, removal),
                new PointAlias(functions, writer),
                new RemoveAlias(writer),
                new RemoveMade(functions, writer, removal),
                new MoveAlias(functions, writer));
    }

    /** Reads functions. */
    public FunctionsGateway functions() {
        return functions;
    }

    /** The way to Lambda, which all that calls it shares. */
    public ApiCalls calls() {
        return calls;
    }

    /** The use case that lists functions. */
    public ListFunctions listing() {
        return new ListFunctions(functions);
    }

    /** The use case that plans another size. */
    public PlanMemory planMemory() {
        return new PlanMemory(here, functions, clock);
    }

    /**
     * The use case that plans a sweep.
     *
     * @param durations how long the function took of late
     * @param prices of the region
     */
    public PlanSweep planSweep(RecentDurations durations, Supplier<LambdaPriceTable> prices) {
        return new PlanSweep(here, functions, durations, prices, clock);
    }

    /**
     * The use case that sweeps.
     *
     * @param runner makes a runner for all of {@link #handlers()}, and for the one that measures
     */
    public RunSweep runSweep(Function<List<ActionHandler>, OperationRunner> runner) {
        return new RunSweep(
                functions,
                new SweepPermissions(aws::lambda, calls),
                aws::lambdaOnce,
                measuring -> runner.apply(with(measuring)),
                clock);
    }

    /** Turns plans for functions into operations. */
    public Applier applier() {
        return new FunctionApplier(functions);
    }

    /** Carries out this package's actions; a sweep that another process began is not measured any further. */
    public List<ActionHandler> handlers() {
        return with(MeasureSizes.passedOver());
    }

    private List<ActionHandler> with(ActionHandler measuring) {
        List<ActionHandler> all = new ArrayList<>(handlers);
        all.add(measuring);
        return all;
    }
}
