package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.FunctionMetric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.pricing.LambdaRate;
import io.agentctl.control.pricing.ProvisionedRate;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Advises how many environments to keep ready for an alias or version, from its use and the prices. */
public final class AdviseConcurrency implements UseCase<AdviseConcurrency.Request, AdviseConcurrency.Result> {

    /**
     * What to look at.
     *
     * @param target for what
     * @param since how far to look back
     * @param rule by which rule to advise
     * @param cover the share of the periods to be covered, 0 to 1
     */
    public record Request(ConcurrencyTarget target, Duration since, LevelRule rule, double cover) {}

    /**
     * What was found.
     *
     * @param target for what
     * @param memoryMb what an invocation of it has
     * @param present what is kept ready now; 0 for none
     * @param utilization mean share of its time that that was busy; empty without data
     * @param spilloverShare share of its invocations that found none of them free; empty without data
     * @param prices one line: which price table
     * @param breakEvenUtilization from which share of its time on a busy environment is no dearer when kept ready
     * @param most how many could be kept ready at most
     * @param levels some from none to the highest peak
     * @param advised how many to keep ready; empty if no level can be advised
     * @param reason why
     * @param enough false if there is too little data to act on; the plan is empty then
     * @param notes what a reader should know of how it was computed
     * @param plan the change to the advised number
     */
    public record Result(
            ConcurrencyTarget target,
            int memoryMb,
            int present,
            OptionalDouble utilization,
            OptionalDouble spilloverShare,
            String prices,
            OptionalDouble breakEvenUtilization,
            int most,
            List<Level> levels,
            OptionalInt advised,
            String reason,
            boolean enough,
            List<String> notes,
            Plan plan) {
        public Result {
            levels = List.copyOf(levels);
            notes = List.copyOf(notes);
        }
    }

    private final Supplier<Target> here;
    private final ConcurrencyGateway concurrency;
    private final MetricsGateway metrics;
    private final Supplier<LambdaPriceTable> prices;
    private final Clock clock;

    AdviseConcurrency(
            Supplier<Target> here,
            ConcurrencyGateway concurrency,
            MetricsGateway metrics,
            Supplier<LambdaPriceTable> prices,
            Clock clock) {
        this.here = here;
        this.concurrency = concurrency;
        this.metrics = metrics;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * Advises.
     *
     * @throws AgentctlException as {@link PlanConcurrency}; BAD_CONFIGURATION if the prices do not tell what being kept
     *     ready costs
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        ConcurrencyTarget target = request.target();
        ObservedConcurrency observed = concurrency.observe(target.function());
        ConcurrencyLimits.requireTarget(observed, target);
        int memoryMb = concurrency.memoryMb(target);
        LambdaPriceTable table = prices.get();
        LambdaRate rate = table.rates().get(observed.function().architecture());
        ProvisionedRate provisioned = rate.provisioned().orElseThrow(() -> unpriced(table));
        List<String> notes = new ArrayList<>();
        List<Series> series = read(request, notes);
        int most = ConcurrencyLimits.most(observed, target);
        int present =
                observed.ready(target.qualifier()).map(KeptReady::requested).orElse(0);
        LevelAdvice advice = LevelPlanner.advise(
                new ConcurrencyUsage(series.get(0), series.get(1), series.get(2)),
                memoryMb,
                rate,
                provisioned,
                new LevelPlanner.Terms(request.rule(), request.cover(), most, present));
        List<ResourcePlan> changes = advice.enough() && advice.advised().isPresent()
                ? ConcurrencyPlanner.plan(observed, target, advice.advised().getAsInt(), memoryMb, rate.provisioned())
                : List.of();
        double breakEven = provisioned.breakEven(rate.gbSecond());
        return new Result(
                target,
                memoryMb,
                present,
                known(series.get(3).mean()),
                SpilloverShare.of(series.get(4), series.get(5)),
                table.description(),
                Double.isFinite(breakEven) ? OptionalDouble.of(breakEven) : OptionalDouble.empty(),
                most,
                advice.levels(),
                advice.advised(),
                advice.reason(),
                advice.enough(),
                notes,
                new Plan(PlanConcurrency.KIND, here.get(), clock.instant(), changes));
    }

    private List<Series> read(Request request, List<String> notes) {
        String function = request.target().function().value();
        String qualifier = request.target().qualifier();
        LookBack back = LookBack.of(request.since(), clock.instant());
        List<MetricQuery> queries = List.of(
                query(function, qualifier, FunctionMetric.CONCURRENT_EXECUTIONS, Statistic.MAXIMUM),
                query(function, qualifier, FunctionMetric.INVOCATIONS, Statistic.SUM),
                query(function, qualifier, FunctionMetric.DURATION, Statistic.SUM),
                query(function, qualifier, FunctionMetric.PROVISIONED_UTILIZATION, Statistic.AVERAGE),
                query(function, qualifier, FunctionMetric.PROVISIONED_INVOCATIONS, Statistic.SUM),
                query(function, qualifier, FunctionMetric.SPILLOVER_INVOCATIONS, Statistic.SUM));
        List<Series> series = new ArrayList<>(metrics.read(queries, back.from(), back.to(), back.period()));
        if (series.get(1).isEmpty()) {
            List<Series> whole = metrics.read(
                    List.of(
                            MetricQuery.ofFunction(function, FunctionMetric.CONCURRENT_EXECUTIONS, Statistic.MAXIMUM),
                            MetricQuery.ofFunction(function, FunctionMetric.INVOCATIONS, Statistic.SUM),
                            MetricQuery.ofFunction(function, FunctionMetric.DURATION, Statistic.SUM)),
                    back.from(),
                    back.to(),
                    back.period());
            if (!whole.get(1).isEmpty()) {
                notes.add("nothing was invoked as " + request.target()
                        + ": the figures are those of the function as a whole");
            }
            for (int i = 0; i < whole.size(); i++) {
                series.set(i, whole.get(i));
            }
        }
        notes.add("cold starts are an estimate: from peaks, as if an environment without work stayed for ten minutes");
        return series;
    }

    private static MetricQuery query(String function, String qualifier, FunctionMetric metric, Statistic statistic) {
        return MetricQuery.ofQualifier(function, qualifier, metric, statistic);
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static AgentctlException unpriced(LambdaPriceTable table) {
        return new AgentctlException(
                ErrorCode.BAD_CONFIGURATION,
                "the prices of " + table.pricedRegion() + " do not tell what being kept ready costs",
                "Add provisionedReadyGbSecond and provisionedGbSecond to the price file.");
    }
}
