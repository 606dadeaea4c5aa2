package io.agentctl.control.lambda;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.plan.Target;
import java.time.Clock;
import java.util.List;
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

    /**
     * Wires the package.
     *
     * @param here the account and region
     */
    public LambdaWiring(AwsClients aws, Supplier<Target> here, Clock clock, UpdatePace pace) {
        ApiCalls calls = new ApiCalls(IN_FLIGHT);
        this.here = here;
        this.clock = clock;
        this.functions = new FunctionsGateway(aws::lambda, calls);
        FunctionWriter writer = new FunctionWriter(aws::lambda, calls);
        Settling settling = new Settling(functions, clock, pace);
        this.handlers = List.of(
                new RecordFunction(functions),
                new CompareFunction(functions),
                new SetMemory(settling, writer),
                new RestoreMemory(settling, writer),
                new PublishSize(settling, writer),
                new RemoveVersion(functions, settling, writer),
                new PointAlias(functions, writer),
                new RemoveAlias(writer),
                new MoveAlias(functions, writer));
    }

    /** The use case that lists functions. */
    public ListFunctions listing() {
        return new ListFunctions(functions);
    }

    /** The use case that plans another size. */
    public PlanMemory planMemory() {
        return new PlanMemory(here, functions, clock);
    }

    /** Turns plans for functions into operations. */
    public Applier applier() {
        return new FunctionApplier(functions);
    }

    /** Carries out this package's actions. */
    public List<ActionHandler> handlers() {
        return handlers;
    }
}
