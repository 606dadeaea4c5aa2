package io.agentctl.control.rightsizing;

import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.EcsGateway;
import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.ecs.ServiceObserver;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.ecs.SizeHistory;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what services used, once, so that any number of sizes can be tried on it without a further call. */
public final class MeasureServices implements UseCase<MeasureServices.Request, MeasureServices.Result> {

    private static final Duration PERIOD = Duration.ofMinutes(5);

    /**
     * What to measure.
     *
     * @param services which
     * @param lookBack how far to look back, a day to 62 days
     * @param appetite how many minutes over the CPU budget are accepted
     * @param budgets how full a task may be
     */
    public record Request(Services services, Duration lookBack, RiskAppetite appetite, Budgets budgets) {}

    /**
     * What was measured.
     *
     * @param prices of the region
     */
    public record Result(Target target, PriceTable prices, Instant at, List<MeasuredService> services) {
        public Result {
            services = List.copyOf(services);
        }
    }

    private final Supplier<Target> here;
    private final EcsGateway ecs;
    private final ServiceObserver observer;
    private final UsageObserver usage;
    private final Supplier<PriceTable> prices;
    private final Clock clock;

    public MeasureServices(
            Supplier<Target> here,
            EcsGateway ecs,
            ServiceObserver observer,
            MetricsGateway metrics,
            SizeHistory sizes,
            Supplier<PriceTable> prices,
            Clock clock) {
        this.here = here;
        this.ecs = ecs;
        this.observer = observer;
        this.usage = new UsageObserver(metrics, sizes);
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        long seconds = PERIOD.toSeconds();
        Instant to = Instant.ofEpochSecond(clock.instant().getEpochSecond() / seconds * seconds);
        Instant from = to.minus(request.lookBack());
        List<ObservedService> observed = request.services().observe(ecs, observer);
        List<MeasuredService> measured = new ArrayList<>();
        usage.each(
                observed,
                from,
                to,
                PERIOD,
                progress,
                (service, used) -> measured.add(measured(service, used, request)));
        return new Result(here.get(), prices.get(), clock.instant(), measured);
    }

    private static MeasuredService measured(ObservedService service, ObservedUsage used, Request request) {
        return new MeasuredService(
                service.name(),
                service.fingerprint(),
                service.scaling().isPresent(),
                ServiceConstraints.of(service, used.resizes(), request.budgets(), request.appetite()),
                used.usage());
    }
}
