package io.agentctl.control.lambda.concurrency;

import io.agentctl.control.UseCase;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.ObservedAlias;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricQuery.FunctionMetric;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.metrics.Statistic;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Shows how much of a function may run at once, and what of it is kept ready and how well used. */
public final class ShowConcurrency implements UseCase<ShowConcurrency.Request, ShowConcurrency.Result> {

    private static final int METRICS_A_ROW = 4;
    private static final double NOTHING = -1;

    /**
     * What to show.
     *
     * @param function which
     * @param qualifier an alias or version alone; empty for all aliases, and all versions that have something ready
     * @param since how far to look back for use
     */
    public record Request(FunctionName function, Optional<String> qualifier, Duration since) {}

    /**
     * How it stands.
     *
     * @param function which
     * @param reserved invocations at once that are set aside for it, which is its limit too; empty for none
     * @param accountLimit invocations at once of the account
     * @param accountUnreserved how many of them are neither reserved nor kept ready
     * @param rows the aliases and versions
     */
    public record Result(
            FunctionName function,
            OptionalInt reserved,
            int accountLimit,
            int accountUnreserved,
            List<ConcurrencyRow> rows) {
        public Result {
            rows = List.copyOf(rows);
        }
    }

    private final ConcurrencyGateway concurrency;
    private final MetricsGateway metrics;
    private final Clock clock;

    ShowConcurrency(ConcurrencyGateway concurrency, MetricsGateway metrics, Clock clock) {
        this.concurrency = concurrency;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Shows.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND, naming the near ones
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        ObservedConcurrency observed = concurrency.observe(request.function());
        List<ConcurrencyTarget> targets = targets(request, observed);
        List<Series> series = read(targets, request.since());
        List<ConcurrencyRow> rows = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            rows.add(row(observed, targets.get(i), series.subList(METRICS_A_ROW * i, METRICS_A_ROW * (i + 1))));
        }
        return new Result(
                request.function(),
                observed.function().reservedConcurrency(),
                observed.account().limit(),
                observed.account().unreserved(),
                rows);
    }

    private static List<ConcurrencyTarget> targets(Request request, ObservedConcurrency observed) {
        if (request.qualifier().isPresent()) {
            ConcurrencyTarget target = new ConcurrencyTarget(
                    request.function(), request.qualifier().get());
            if (observed.alias(target).filter(ObservedAlias::weighted).isEmpty()) {
                ConcurrencyLimits.requireTarget(observed, target);
            }
            return List.of(target);
        }
        Set<String> qualifiers = new LinkedHashSet<>();
        observed.function().aliases().forEach(alias -> qualifiers.add(alias.name()));
        observed.ready().forEach(ready -> qualifiers.add(ready.qualifier()));
        return qualifiers.stream()
                .map(qualifier -> new ConcurrencyTarget(request.function(), qualifier))
                .toList();
    }

    private List<Series> read(List<ConcurrencyTarget> targets, Duration since) {
        List<MetricQuery> queries = new ArrayList<>();
        for (ConcurrencyTarget target : targets) {
            queries.add(query(target, FunctionMetric.PROVISIONED_UTILIZATION, Statistic.AVERAGE));
            queries.add(query(target, FunctionMetric.PROVISIONED_UTILIZATION, Statistic.MAXIMUM));
            queries.add(query(target, FunctionMetric.PROVISIONED_INVOCATIONS, Statistic.SUM));
            queries.add(query(target, FunctionMetric.SPILLOVER_INVOCATIONS, Statistic.SUM));
        }
        LookBack back = LookBack.of(since, clock.instant());
        return queries.isEmpty() ? List.of() : metrics.read(queries, back.from(), back.to(), back.period());
    }

    private static MetricQuery query(ConcurrencyTarget target, FunctionMetric metric, Statistic statistic) {
        return MetricQuery.ofQualifier(target.function().value(), target.qualifier(), metric, statistic);
    }

    private static ConcurrencyRow row(ObservedConcurrency observed, ConcurrencyTarget target, List<Series> series) {
        Optional<KeptReady> ready = observed.ready(target.qualifier());
        return new ConcurrencyRow(
                target,
                observed.alias(target)
                        .map(alias -> alias.version() + (alias.weighted() ? " " + alias.weights() : ""))
                        .orElse(target.qualifier()),
                ready.map(KeptReady::requested).orElse(0),
                ready.map(KeptReady::allocated).orElse(0),
                ready.map(KeptReady::available).orElse(0),
                ready.map(one -> RecordTree.word(one.status())).orElse("none"),
                ready.map(KeptReady::reason).orElse(""),
                known(series.get(0).mean()),
                known(series.get(1).max()),
                Math.round(SpilloverShare.sum(series.get(3))),
                SpilloverShare.of(series.get(2), series.get(3)),
                Arrays.stream(series.get(1).toArray())
                        .map(value -> Double.isNaN(value) ? NOTHING : value)
                        .boxed()
                        .toList());
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
