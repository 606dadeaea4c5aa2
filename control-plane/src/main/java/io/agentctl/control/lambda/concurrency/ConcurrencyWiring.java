package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.apply.Applier;
import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.LambdaWiring;
import io.agentctl.control.lambda.UpdatePace;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.LambdaPriceTable;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts this package's parts together, for the composition root of a program. Touches no AWS client until one is used.
 */
public final class ConcurrencyWiring {

    private final Supplier<Target> here;
    private final Clock clock;
    private final ConcurrencyGateway concurrency;
    private final List<ActionHandler> handlers;

    /**
     * Wires the package.
     *
     * @param here the account and region
     */
    public ConcurrencyWiring(AwsClients aws, LambdaWiring lambda, Supplier<Target> here, Clock clock, UpdatePace pace) {
        this.here = here;
        this.clock = clock;
        this.concurrency = new ConcurrencyGateway(aws::lambda, lambda.functions(), lambda.calls());
        this.handlers = List.of(new SetProvisioned(concurrency), new AwaitReady(concurrency, clock, pace));
    }

    /** The use case that shows what is kept ready. */
    public ShowConcurrency showing(MetricsGateway metrics) {
        return new ShowConcurrency(concurrency, metrics, clock);
    }

    /** The use case that advises how many to keep ready. */
    public AdviseConcurrency advising(MetricsGateway metrics, Supplier<LambdaPriceTable> prices) {
        return new AdviseConcurrency(here, concurrency, metrics, prices, clock);
    }

    /** What of a function has environments kept ready. */
    public List<ConcurrencyTarget> keptReady(FunctionName function) {
        return concurrency.observe(function).ready().stream()
                .map(ready -> new ConcurrencyTarget(function, ready.qualifier()))
                .toList();
    }

    /** The use case that plans another number. */
    public PlanConcurrency planning(Supplier<LambdaPriceTable> prices) {
        return new PlanConcurrency(here, concurrency, prices, clock);
    }

    /** Turns plans for what is kept ready into operations. */
    public Applier applier() {
        return new ConcurrencyApplier(concurrency);
    }

    /** Carries out this package's actions. */
    public List<ActionHandler> handlers() {
        return handlers;
    }
}
