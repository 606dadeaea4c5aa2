package io.agentctl.control.lambda.cost;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Target;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.progress.ProgressListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells what functions cost, and what they would at their swept sizes. */
public final class CostOfFunctions implements UseCase<CostOfFunctions.Request, CostOfFunctions.Result> {

    /**
     * What to tell.
     *
     * @param functions which; empty for all
     * @param since over how long
     * @param explorerTag asks Cost Explorer, by the tag of this key whose value is a function's name; empty to compute
     * @param sweeps reports of sweeps
     */
    public record Request(
            List<FunctionName> functions, Duration since, Optional<String> explorerTag, List<SweepReport> sweeps) {
        public Request {
            functions = List.copyOf(functions);
            sweeps = List.copyOf(sweeps);
        }
    }

    /**
     * What was found.
     *
     * @param source {@code cost-explorer}, or {@code computed} from metrics and list prices
     * @param from the window's beginning
     * @param until its end
     * @param cost of all rows in the window
     * @param monthly of all rows at this rate, US dollars a month of 730 hours
     * @param untagged what Cost Explorer knows of Lambda in the window and of no listed function; empty if not asked
     * @param saved a month by all that would be cheaper at its swept size; empty without reports
     * @param prices one line: which price table
     * @param notes what a reader should know
     * @param functions a row each, the dearest first
     */
    public record Result(
            String source,
            Instant from,
            Instant until,
            Money cost,
            Money monthly,
            Optional<Money> untagged,
            Optional<Money> saved,
            String prices,
            List<String> notes,
            List<CostRow> functions) {
        public Result {
            notes = List.copyOf(notes);
            functions = List.copyOf(functions);
        }
    }

    private final Supplier<Target> here;
    private final UseObserver uses;
    private final CostExplorerGateway explorer;
    private final CostCache cache;
    private final Supplier<LambdaPriceTable> prices;
    private final Clock clock;

    CostOfFunctions(
            Supplier<Target> here,
            UseObserver uses,
            CostExplorerGateway explorer,
            CostCache cache,
            Supplier<LambdaPriceTable> prices,
            Clock clock) {
        this.here = here;
        this.uses = uses;
        this.explorer = explorer;
        this.cache = cache;
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        CostWindow window = CostWindow.of(request.since(), clock.instant());
        List<FunctionUse> observed = uses.read(request.functions(), window);
        LambdaPriceTable table = prices.get();
        List<String> notes = new ArrayList<>();
        Optional<List<BilledDay>> bill = request.explorerTag().flatMap(tag -> bill(tag, window, progress, notes));
        Map<String, Double> billed = new HashMap<>();
        bill.ifPresent(days -> days.forEach(day -> billed.merge(day.function(), day.usd(), Double::sum)));
        List<CostRow> rows = CostRows.of(observed, table.rates(), window, billed, sweeps(request.sweeps(), notes));
        if (rows.stream().anyMatch(row -> row.billed().isEmpty())) {
            notes.add("computed costs go by the memory in force now and by the duration of the handler: the start of"
                    + " new environments, which is billed too, is not in it");
        }
        if (bill.isPresent() && rows.stream().anyMatch(row -> row.billed().isEmpty())) {
            notes.add("computed where Cost Explorer knows no tag "
                    + request.explorerTag().orElseThrow() + " with the function's name");
        }
        if (rows.stream().anyMatch(row -> row.keptReady().compareTo(Money.ZERO) > 0)) {
            notes.add("what is kept ready now is priced as if it had been for the whole time");
        }
        return new Result(
                bill.isPresent() ? "cost-explorer" : "computed",
                window.from(),
                window.until(),
                rows.stream().map(CostRow::cost).reduce(Money.ZERO, Money::plus),
                rows.stream().map(CostRow::monthly).reduce(Money.ZERO, Money::plus),
                bill.map(ignored -> untagged(billed, rows)),
                saved(request.sweeps(), rows),
                table.description(),
                notes,
                rows);
    }

    private Optional<List<BilledDay>> bill(
            String tag, CostWindow window, ProgressListener progress, List<String> notes) {
        Target target = here.get();
        CostQuestion question = CostQuestion.of(target.account(), target.region(), window, tag);
        Optional<CostCache.Answer> kept = cache.find(question);
        if (kept.isPresent()) {
            notes.add("Cost Explorer's answer of " + kept.get().asked() + " was used again, which costs nothing");
            return kept.map(CostCache.Answer::days);
        }
        try {
            List<BilledDay> days = explorer.ask(question, progress);
            cache.keep(question, days);
            notes.add("Cost Explorer is up to a day behind; its answer is used again for a day");
            return Optional.of(days);
        } catch (AgentctlException refused) {
            if (refused.code() != ErrorCode.NOT_ALLOWED) {
                throw refused;
            }
            notes.add("computed from metrics instead, being " + refused.getMessage());
            return Optional.empty();
        }
    }

    /** The last report of each function; those of another account or region say nothing here. */
    private Map<String, SweepReport> sweeps(List<SweepReport> reports, List<String> notes) {
        Map<String, SweepReport> latest = new HashMap<>();
        for (SweepReport report : reports) {
            Target target = here.get();
            if (!report.account().equals(target.account()) || !report.region().equals(target.region())) {
                notes.add("the sweep of " + report.function() + " in account " + report.account() + ", region "
                        + report.region() + " was left out: this is " + target);
                continue;
            }
            latest.merge(
                    report.function(),
                    report,
                    (one, other) -> one.measuredAt().isAfter(other.measuredAt()) ? one : other);
        }
        return latest;
    }

    private static Money untagged(Map<String, Double> billed, List<CostRow> rows) {
        double all = billed.values().stream().mapToDouble(Double::doubleValue).sum();
        Money listed = rows.stream().flatMap(row -> row.billed().stream()).reduce(Money.ZERO, Money::plus);
        return Money.ofUsd(all).minus(listed);
    }

    private static Optional<Money> saved(List<SweepReport> reports, List<CostRow> rows) {
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .flatMap(row -> row.swept().stream())
                        .map(SweptSaving::monthly)
                        .filter(monthly -> monthly.compareTo(Money.ZERO) > 0)
                        .reduce(Money.ZERO, Money::plus));
    }
}
