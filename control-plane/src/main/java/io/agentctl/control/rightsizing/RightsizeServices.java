package io.agentctl.control.rightsizing;

import io.agentctl.control.UseCase;
import io.agentctl.control.ecs.EcsGateway;
import io.agentctl.control.ecs.ObservedService;
import io.agentctl.control.ecs.ServiceObserver;
import io.agentctl.control.ecs.Services;
import io.agentctl.control.ecs.SizeHistory;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Advises on the sizes of services from what they used, and plans the changes. */
public final class RightsizeServices implements UseCase<RightsizeServices.Request, RightsizeServices.Result> {

    /**
     * What to advise on.
     *
     * @param services which
     * @param lookBack how far to look back, at least a day
     * @param appetite how many minutes over the CPU budget are accepted
     * @param budgets how full a task may be
     */
    public record Request(Services services, Duration lookBack, RiskAppetite appetite, Budgets budgets) {}

    /**
     * The advice.
     *
     * @param target the account and region
     * @param prices one line: which price table
     * @param from the start of the look-back
     * @param to its end
     * @param monthlyNow what the services cost, US dollars for 730 hours
     * @param monthlyAfter what they would cost as advised
     * @param services the advice on each
     * @param plan the changes that follow from it
     */
    public record Result(
            Target target,
            String prices,
            Instant from,
            Instant to,
            Money monthlyNow,
            Money monthlyAfter,
            List<ServiceAdvice> services,
            Plan plan) {
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

    public RightsizeServices(
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
        return advise(request.services().observe(ecs, observer), request, progress);
    }

    /**
     * The same for services that were observed already.
     *
     * @param observed those that are meant
     */
    public Result advise(List<ObservedService> observed, Request request, ProgressListener progress) {
        Instant now = clock.instant();
        Duration period = periodOf(request.lookBack());
        Instant to = floor(now, period);
        Instant from = floor(to.minus(request.lookBack()), period);
        PriceTable table = prices.get();
        SizeAdviser adviser = new SizeAdviser(table);
        List<ServiceAdvice> advice = new ArrayList<>();
        List<ResourcePlan> changes = new ArrayList<>();
        usage.each(observed, from, to, period, progress, (service, used) -> {
            ServiceAdvice one = advise(adviser, service, used, request, table.description());
            advice.add(one);
            RightsizingPlanner.plan(service, one).ifPresent(changes::add);
        });
        return new Result(
                here.get(),
                table.description(),
                from,
                to,
                sum(advice.stream().map(one -> one.current().monthlyCost()).toList()),
                sum(advice.stream().map(one -> one.advised().monthlyCost()).toList()),
                advice,
                new Plan("ecs rightsize", here.get(), now, changes));
    }

    private static ServiceAdvice advise(
            SizeAdviser adviser, ObservedService service, ObservedUsage used, Request request, String prices) {
        Optional<SizingConstraints> constraints =
                ServiceConstraints.of(service, used.resizes(), request.budgets(), request.appetite());
        Advice advice = constraints
                .map(known -> adviser.advise(used.usage(), known))
                .orElseGet(() -> ServiceConstraints.notFargate(service, prices));
        return ServiceAdvice.of(service.name().cluster(), service.name().service(), advice, used.usage(), List.of());
    }

    /** The finest period that CloudWatch still has over the whole look-back, but not under five minutes. */
    private static Duration periodOf(Duration lookBack) {
        return lookBack.compareTo(Duration.ofDays(62)) <= 0 ? Duration.ofMinutes(5) : Duration.ofHours(1);
    }

    private static Instant floor(Instant instant, Duration period) {
        long seconds = period.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
