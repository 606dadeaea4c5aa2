package io.agentctl.control.performance.resources;

import io.agentctl.control.UseCase;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.metrics.MetricsGateway;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.performance.ResourceUse;
import io.agentctl.control.performance.ResourceUse.Use;
import io.agentctl.control.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what services, functions and tables used over the minutes of a run.
 *
 * @param metrics of CloudWatch
 */
public record ReadResources(MetricsGateway metrics) implements UseCase<ReadResources.Request, ResourceUse> {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * Which ones, and when.
     *
     * @param cluster of the services
     * @param from when the run began
     * @param to when it ended
     */
    public record Request(
            String cluster,
            List<String> services,
            List<String> functions,
            List<String> tables,
            Instant from,
            Instant to) {}

    @Override
    public ResourceUse run(Request request, ProgressListener progress) {
        List<WatchedFigure> figures = WatchedFigure.of(request);
        List<MetricQuery> queries =
                figures.stream().flatMap(figure -> figure.queries().stream()).toList();
        Instant from = request.from().truncatedTo(ChronoUnit.MINUTES);
        Instant to = request.to().truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
        List<Series> found = queries.isEmpty() ? List.of() : metrics.read(queries, from, to, MINUTE);
        List<Use> uses = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        int next = 0;
        for (WatchedFigure figure : figures) {
            List<Series> own = found.subList(next, next + figure.queries().size());
            next += own.size();
            figure.use(own).ifPresentOrElse(uses::add, () -> missing.add(figure.resource() + " " + figure.metric()));
        }
        return new ResourceUse(uses, remarks(request, missing));
    }

    private static List<String> remarks(Request request, List<String> missing) {
        List<String> remarks = new ArrayList<>();
        if (request.services().isEmpty()) {
            remarks.add("No services: name them under 'services' in agentctl.yaml.");
        }
        if (!missing.isEmpty()) {
            remarks.add("No figures yet of " + String.join(", ", missing)
                    + ": CloudWatch has them some minutes after the run (agentctl perf report RESULT --resources).");
        }
        return remarks;
    }
}
