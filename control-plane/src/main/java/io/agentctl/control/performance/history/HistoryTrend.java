package io.agentctl.control.performance.history;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.regression.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One figure of one scenario from run to run.
 *
 * @param scenario its name
 * @param figure which
 * @param samples each run with its figure, by when it began
 * @param leftOut which runs say nothing of it, one sentence for each reason
 */
public record HistoryTrend(String scenario, HistoryFigure figure, List<Sample> samples, List<String> leftOut) {

    public HistoryTrend {
        samples = List.copyOf(samples);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Follows a figure. Runs whose generator was the limit say nothing about the target and are left out; so are runs
     * of earlier versions of the scenario, which sent something else.
     *
     * @param scenario its name; nothing where the history has but one
     * @throws AgentctlException NOT_FOUND if there is no such run, USAGE if there are several scenarios and none is
     *     named
     */
    public static HistoryTrend of(List<KeptResult> results, Optional<String> scenario, HistoryFigure figure) {
        TreeSet<String> names = results.stream()
                .map(kept -> kept.result().scenario().name())
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "the history has no results",
                    "Keep one with: agentctl perf history --keep RESULT");
        }
        if (scenario.isEmpty() && names.size() > 1) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "the history has " + names.size() + " scenarios: " + String.join(", ", names),
                    "Name one with --scenario.");
        }
        String name = scenario.orElseGet(names::first);
        List<KeptResult> runs = results.stream()
                .filter(kept -> kept.result().scenario().name().equals(name))
                .toList();
        if (runs.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "the history has no run of '" + name + "', but of " + String.join(", ", names),
                    "");
        }
        String latest = runs.getLast().result().scenario().digest();
        List<LoadResult> same = runs.stream()
                .map(KeptResult::result)
                .filter(result -> result.scenario().digest().equals(latest))
                .toList();
        List<LoadResult> sound =
                same.stream().filter(result -> !result.generator().saturated()).toList();
        return new HistoryTrend(
                name,
                figure,
                sound.stream()
                        .map(result -> new Sample(result.started(), figure.of(result)))
                        .toList(),
                leftOut(runs.size() - same.size(), same.size() - sound.size()));
    }

    private static List<String> leftOut(int other, int saturated) {
        List<String> reasons = new ArrayList<>();
        if (other > 0) {
            reasons.add(runs(other) + " of another version of the scenario left out.");
        }
        if (saturated > 0) {
            reasons.add(runs(saturated) + " left out in which the generator was the limit, not the target.");
        }
        return reasons;
    }

    private static String runs(int count) {
        return count == 1 ? "1 run" : count + " runs";
    }
}
