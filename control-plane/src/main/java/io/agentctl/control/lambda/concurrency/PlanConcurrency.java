package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.UseCase;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.util.function.Supplier;

/** Plans how many environments are to be kept ready for an alias or version. */
public final class PlanConcurrency implements UseCase<PlanConcurrency.Request, Plan> {

    static final String KIND = "lambda concurrency";

    /**
     * What to plan.
     *
     * @param target for what
     * @param environments how many; 0 to keep none ready any more
     */
    public record Request(ConcurrencyTarget target, int environments) {
        public Request {
            if (environments < 0) {
                throw new IllegalArgumentException("as many as " + environments + " cannot be kept ready");
            }
        }
    }

    private final Supplier<Target> here;
    private final ConcurrencyGateway concurrency;
    private final Supplier<LambdaPriceTable> prices;
    private final Clock clock;

    PlanConcurrency(
            Supplier<Target> here, ConcurrencyGateway concurrency, Supplier<LambdaPriceTable> prices, Clock clock) {
        this.here = here;
        this.concurrency = concurrency;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Plans.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND, USAGE for {@code $LATEST}, CONFLICT for a weighted
     *     alias and for more than the function's or the account's limit
     */
    @Override
    public Plan run(Request request, ProgressListener progress) {
        ConcurrencyTarget target = request.target();
        ObservedConcurrency observed = concurrency.observe(target.function());
        ConcurrencyLimits.requireTarget(observed, target);
        return new Plan(
                KIND,
                here.get(),
                clock.instant(),
                ConcurrencyPlanner.plan(
                        observed,
                        target,
                        request.environments(),
                        concurrency.memoryMb(target),
                        prices.get()
                                .rates()
                                .get(observed.function().architecture())
                                .provisioned()));
    }
}
