package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.metrics.MetricQuery;
import io.agentctl.control.progress.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what of tables is provided for by itself, so that its metrics can be read together with others: a call for each
 * table, and none of CloudWatch.
 */
public final class FindMeters implements UseCase<FindMeters.Request, FindMeters.Result> {

    /**
     * Which tables.
     *
     * @param tables by name; those that do not exist are named in the result
     */
    public record Request(List<TableName> tables) {
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
    public record Result(List<Found> meters, List<TableName> missing) {
        public Result {
            meters = List.copyOf(meters);
            missing = List.copyOf(missing);
        }
    }

    /**
     * The reads or the writes of a table or index.
     *
     * @param mode how they are paid for
     * @param units that are provisioned a second; 0 on demand
     */
    public record Found(TableName table, Meter meter, Mode mode, int units) {

        /** What was consumed in each period, what was provisioned a second, and requests refused in each period. */
        public List<MetricQuery> queries() {
            return UsageReader.queries(table, meter);
        }
    }

    private final TablesGateway tables;

    FindMeters(TablesGateway tables) {
        this.tables = tables;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<Optional<ObservedTable>> found = Parallel.map(request.tables(), tables::find);
        List<TableName> missing = new ArrayList<>(request.tables());
        List<Found> meters = new ArrayList<>();
        found.stream().flatMap(Optional::stream).forEach(table -> {
            missing.remove(table.name());
            table.meters()
                    .forEach(meter -> meters.add(new Found(table.name(), meter, table.mode(), table.units(meter))));
        });
        return new Result(meters, missing);
    }
}
