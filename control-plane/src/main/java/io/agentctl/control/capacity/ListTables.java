package io.agentctl.control.capacity;

import io.agentctl.control.UseCase;
import io.agentctl.control.capacity.simulation.Demand;
import io.agentctl.control.capacity.simulation.Simulator;
import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.TablePriceTable;
import io.agentctl.control.pricing.TableRate;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Lists the tables of the account and region with what they did in the last day. */
public final class ListTables implements UseCase<ListTables.Request, ListTables.Result> {

    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Nothing to ask for: all are listed. */
    public record Request() {}

    /**
     * What there is.
     *
     * @param tables by name
     * @param prices one line: which price table
     */
    public record Result(List<TableRow> tables, String prices) {
        public Result {
            tables = List.copyOf(tables);
        }
    }

    private final TableObserver observer;
    private final UsageReader usage;
    private final Supplier<TablePriceTable> prices;
    private final Clock clock;

    ListTables(TableObserver observer, UsageReader usage, Supplier<TablePriceTable> prices, Clock clock) {
        this.observer = observer;
        this.usage = usage;
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        return over(LookBack.of(BACK, clock.instant(), PERIOD));
    }

    /** The same with use and cost over another time, which is read in hours. */
    public Result over(Duration since) {
        return over(LookBack.of(since, clock.instant(), HOUR));
    }

    private Result over(LookBack back) {
        List<ObservedTable> tables = observer.all();
        List<TableUsage> usages = usage.read(tables, back);
        TablePriceTable priceTable = prices.get();
        List<TableRow> rows = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            ObservedTable table = tables.get(i);
            rows.add(row(table, usages.get(i), priceTable.rates().get(table.tableClass())));
        }
        return new Result(rows, priceTable.description());
    }

    private static TableRow row(ObservedTable table, TableUsage used, TableRate rate) {
        TableAdviser adviser = new TableAdviser(rate, new Quotas(Throughput.NONE, Throughput.NONE), AdviceTerms.USUAL);
        Money monthly = Money.ZERO;
        double throttled = 0;
        for (Map.Entry<Meter, MeterUsage> one : used.meters().entrySet()) {
            Demand demand = one.getValue().demand();
            double usd = new Simulator(demand, adviser.price(one.getKey()))
                    .run(TableAdviser.present(table, one.getKey()))
                    .usd();
            monthly = monthly.plus(SettingCost.monthly(usd, TableAdviser.measured(demand)));
            throttled += one.getValue().throttledRequests();
        }
        return new TableRow(
                table.name(),
                table.mode(),
                table.status(),
                table.mode() == Mode.ON_DEMAND
                        ? Optional.empty()
                        : Optional.of(table.parts().getFirst().throughput()),
                table.parts().stream().skip(1).map(ObservedPart::index).toList(),
                table.scaling().size(),
                table.meters().size(),
                perSecond(used, Direction.READS),
                perSecond(used, Direction.WRITES),
                Math.round(throttled),
                monthly,
                table.items(),
                table.bytes());
    }

    private static double perSecond(TableUsage used, Direction direction) {
        long seconds = used.measured().toSeconds();
        return seconds == 0
                ? 0
                : used.meters().entrySet().stream()
                                .filter(one -> one.getKey().direction() == direction)
                                .mapToDouble(one -> one.getValue().consumedUnits())
                                .sum()
                        / seconds;
    }
}
