package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Shows which share of what is provided of tables was in use. */
public final class ShowUtilization implements UseCase<ShowUtilization.Request, ShowUtilization.Result> {

    private static final Duration PERIOD = Duration.ofMinutes(5);

    /**
     * Which tables.
     *
     * @param tables by name; those that do not exist are named in the result
     * @param since how far to look back
     */
    public record Request(List<TableName> tables, Duration since) {
        public Request {
            tables = List.copyOf(tables);
        }
    }

    /**
     * What was found.
     *
     * @param meters reads and writes of each table and index
     * @param missing tables that do not exist
     */
    public record Result(List<Row> meters, List<TableName> missing) {
        public Result {
            meters = List.copyOf(meters);
            missing = List.copyOf(missing);
        }
    }

    /**
     * The reads or the writes of a table or index.
     *
     * @param onDemand whether nothing is provided, so that no share can be told
     * @param utilization the share, from 0 on, of what was provided that was consumed, on average; absent where nothing
     *     was provided or measured
     * @param throttled requests refused
     */
    public record Row(TableName table, Meter meter, boolean onDemand, OptionalDouble utilization, double throttled) {}

    private final TablesGateway tables;
    private final UsageReader usage;
    private final Clock clock;

    ShowUtilization(TablesGateway tables, UsageReader usage, Clock clock) {
        this.tables = tables;
        this.usage = usage;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<Optional<ObservedTable>> found = Parallel.map(request.tables(), tables::find);
        List<ObservedTable> observed = found.stream().flatMap(Optional::stream).toList();
        List<TableName> missing = new ArrayList<>(request.tables());
        observed.forEach(table -> missing.remove(table.name()));
        List<Row> rows = new ArrayList<>();
        if (!observed.isEmpty()) {
            List<TableUsage> used = usage.read(observed, LookBack.of(request.since(), clock.instant(), PERIOD));
            for (int i = 0; i < observed.size(); i++) {
                ObservedTable table = observed.get(i);
                used.get(i).meters().forEach((meter, one) -> rows.add(row(table, meter, one)));
            }
        }
        return new Result(rows, missing);
    }

    private static Row row(ObservedTable table, Meter meter, MeterUsage used) {
        boolean onDemand = table.mode() == Mode.ON_DEMAND;
        return new Row(
                table.name(),
                meter,
                onDemand,
                onDemand ? OptionalDouble.empty() : utilization(used.consumed(), used.provisioned()),
                used.throttledRequests());
    }

    /** Units consumed by units provided, over the periods for which both are known; nothing consumed has no figure. */
    private static OptionalDouble utilization(Series consumed, Series provisioned) {
        double used = 0;
        double provided = 0;
        for (int i = 0; i < provisioned.size(); i++) {
            if (!Double.isNaN(provisioned.value(i))) {
                provided += provisioned.value(i) * consumed.period().toSeconds();
                used += Double.isNaN(consumed.value(i)) ? 0 : consumed.value(i);
            }
        }
        return provided > 0 ? OptionalDouble.of(used / provided) : OptionalDouble.empty();
    }
}
