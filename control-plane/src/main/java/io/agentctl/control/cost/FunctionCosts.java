package io.agentctl.control.cost;

import io.agentctl.control.cost.ReportCosts.Depth;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.concurrency.AdviseConcurrency;
import io.agentctl.control.lambda.concurrency.ConcurrencyTarget;
import io.agentctl.control.lambda.concurrency.LevelRule;
import io.agentctl.control.lambda.cost.CostOfFunctions;
import io.agentctl.control.lambda.cost.CostRow;
import io.agentctl.control.plan.Money;
import io.agentctl.control.progress.ProgressListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What functions cost, would at their swept sizes, and with another number kept ready. */
final class FunctionCosts {

    /** As {@code lambda concurrency plan} has it. */
    private static final double COVER = 0.99;

    private final CostOfFunctions costs;
    private final Function<FunctionName, List<ConcurrencyTarget>> keptReady;
    private final AdviseConcurrency advise;

    FunctionCosts(
            CostOfFunctions costs,
            Function<FunctionName, List<ConcurrencyTarget>> keptReady,
            AdviseConcurrency advise) {
        this.costs = costs;
        this.keptReady = keptReady;
        this.advise = advise;
    }

    Found read(ReportCosts.Request request, ProgressListener progress) {
        CostOfFunctions.Result found = costs.run(
                new CostOfFunctions.Request(List.of(), request.since(), Optional.empty(), request.sweeps()), progress);
        List<String> notes = new ArrayList<>();
        if (!found.functions().isEmpty()) {
            found.notes().forEach(note -> notes.add("functions: " + note));
            notes.add("functions: one that is younger than the time looked at counts as idle before");
        }
        List<AdviseConcurrency.Result> advice =
                request.depth() == Depth.ADVICE ? advice(found, progress, notes) : List.of();
        if (request.depth() == Depth.ADVICE
                && request.sweeps().isEmpty()
                && !found.functions().isEmpty()) {
            notes.add("functions: nothing is known of other sizes without reports of sweeps; name some with --sweeps");
        }
        return new Found(FunctionLines.of(found, advice), found.prices(), notes);
    }

    private List<AdviseConcurrency.Result> advice(
            CostOfFunctions.Result found, ProgressListener progress, List<String> notes) {
        List<AdviseConcurrency.Result> advice = new ArrayList<>();
        found.functions().stream()
                .filter(row -> row.keptReady().compareTo(Money.ZERO) > 0)
                .sorted(Comparator.comparing(CostRow::monthly).reversed())
                .limit(Advice.MOST)
                .flatMap(row -> keptReady.apply(row.function()).stream())
                .forEach(target -> {
                    Part<AdviseConcurrency.Result> one = Part.of(() -> advise.run(
                            new AdviseConcurrency.Request(target, Advice.BACK, LevelRule.COVER, COVER), progress));
                    one.found().ifPresent(advice::add);
                    if (one.found().isEmpty()) {
                        notes.add("functions: no advice on " + target + ": " + one.unknown());
                    }
                });
        return advice;
    }
}
