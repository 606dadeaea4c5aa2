package io.agentctl.control.slo.report;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.slo.Objective;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures how well objectives are kept: all of their metrics in as few calls as CloudWatch allows. */
public final class ReportObjectives implements UseCase<ReportObjectives.Request, ReportObjectives.Result> {

    private final MetricsGateway metrics;
    private final Clock clock;

    public ReportObjectives(MetricsGateway metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What to report on.
     *
     * @param since how far the history goes back; zero for none
     */
    public record Request(List<Objective> objectives, Duration since) {
        public Request {
            objectives = List.copyOf(objectives);
        }
    }

    /**
     * The reports.
     *
     * @param at as of when
     * @param objectives in the order of the files
     */
    public record Result(Instant at, List<ObjectiveReport> objectives) {
        public Result {
            objectives = List.copyOf(objectives);
        }

        /** Whether one of them is missed. */
        public boolean missed() {
            return objectives.stream().anyMatch(report -> report.standing() == ObjectiveReport.Standing.MISSED);
        }
    }

    /** A metric over a stretch. */
    private record Wanted(Stretch stretch, MetricQuery query) {}

    @Override
    public Result run(Request request, ProgressListener progress) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Map<Objective, List<Stretch>> stretches = new LinkedHashMap<>();
        Map<Stretch, Set<MetricQuery>> wanted = new LinkedHashMap<>();
        for (Objective objective : request.objectives()) {
            List<Stretch> own = Bookkeeper.stretches(objective, begin(objective, now, request.since()), now);
            stretches.put(objective, own);
            own.forEach(stretch -> wanted.computeIfAbsent(stretch, ignored -> new LinkedHashSet<>())
                    .addAll(Bookkeeper.queries(objective)));
        }
        Map<Wanted, Series> read = read(wanted);
        List<ObjectiveReport> reports = new ArrayList<>();
        stretches.forEach((objective, own) -> reports.add(Reporter.report(
                objective,
                Bookkeeper.ledger(objective, own, (stretch, query) -> read.get(new Wanted(stretch, query))),
                Bookkeeper.latest(objective, own, (stretch, query) -> read.get(new Wanted(stretch, query))),
                now,
                request.since())));
        return new Result(now, reports);
    }

    /** The beginning of the window that was under way when the history begins. */
    private static Instant begin(Objective objective, Instant now, Duration since) {
        return objective.window().at(now.minus(since)).from();
    }

    private Map<Wanted, Series> read(Map<Stretch, Set<MetricQuery>> wanted) {
        List<Map.Entry<Stretch, Set<MetricQuery>>> entries = List.copyOf(wanted.entrySet());
        Map<Wanted, Series> read = new HashMap<>();
        if (entries.isEmpty()) {
            return read;
        }
        List<List<Series>> all = Parallel.map(entries, entry -> {
            Stretch stretch = entry.getKey();
            return metrics.read(List.copyOf(entry.getValue()), stretch.from(), stretch.to(), stretch.period());
        });
        for (int i = 0; i < entries.size(); i++) {
            int next = 0;
            for (MetricQuery query : entries.get(i).getValue()) {
                read.put(new Wanted(entries.get(i).getKey(), query), all.get(i).get(next++));
            }
        }
        return read;
    }
}
