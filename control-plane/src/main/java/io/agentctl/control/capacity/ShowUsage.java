package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Shows what was consumed of a table and its indexes, provisioned, and throttled. */
public final class ShowUsage implements UseCase<ShowUsage.Request, ShowUsage.Result> {

    /**
     * What to show.
     *
     * @param table which table
     * @param since how far to look back
     */
    public record Request(TableName table, Duration since) {}

    /**
     * What there was.
     *
     * @param table which table
     * @param mode how it is paid for
     * @param status as DynamoDB says it
     * @param measured how long it was measured
     * @param period how finely
     * @param meters the table's first
     */
    public record Result(
            TableName table, Mode mode, String status, Duration measured, Duration period, List<UsageRow> meters) {
        public Result {
            meters = List.copyOf(meters);
        }
    }

    private static final double P99 = 0.99;
    private static final int STRETCHES = 100;

    private final TableObserver observer;
    private final UsageReader usage;
    private final Clock clock;

    ShowUsage(TableObserver observer, UsageReader usage, Clock clock) {
        this.observer = observer;
        this.usage = usage;
        this.clock = clock;
    }

    /**
     * Reads it.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND if there is no such table
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        ObservedTable table = observer.observe(request.table());
        TableUsage used = usage.read(table, LookBack.of(request.since(), clock.instant()));
        return new Result(
                table.name(),
                table.mode(),
                table.status(),
                used.measured(),
                used.period(),
                table.meters().stream()
                        .map(meter -> row(table, meter, used.meters().get(meter)))
                        .toList());
    }

    private static UsageRow row(ObservedTable table, Meter meter, MeterUsage used) {
        Series history = perSecond(used.consumed());
        boolean known = history.size() > 0;
        double provisioned = used.provisioned().mean();
        return new UsageRow(
                meter,
                table.units(meter),
                table.scaling(meter).map(ScalingText::brief),
                known ? history.mean() : 0,
                known ? history.quantile(P99) : 0,
                known ? history.max() : 0,
                known && provisioned > 0 && table.mode() == Mode.PROVISIONED
                        ? OptionalDouble.of(history.mean() / provisioned)
                        : OptionalDouble.empty(),
                Math.round(used.throttledRequests()),
                stretches(history));
    }

    private static List<Double> stretches(Series history) {
        int length = Math.max(1, Math.ceilDiv(history.size(), STRETCHES));
        return IntStream.iterate(0, first -> first < history.size(), first -> first + length)
                .mapToObj(first -> history.slice(first, Math.min(history.size(), first + length))
                        .max())
                .toList();
    }

    /** A gap is a time when nothing was consumed, for then there is no measurement. */
    private static Series perSecond(Series sums) {
        double[] values = sums.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? 0 : values[i] / sums.period().toSeconds();
        }
        return Series.of(sums.start(), sums.period(), values);
    }
}
