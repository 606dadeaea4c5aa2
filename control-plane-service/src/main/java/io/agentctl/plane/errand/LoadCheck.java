package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.PerformanceUseCases;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.watch.CheckLatest;
import io.agentctl.control.schedules.ScheduleFinding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the latest run of a scenario in the team's history keeps its thresholds.
 *
 * @param scenario its name
 * @param thresholds such as {@code p95<500ms}; the run's own if there are none
 */
public record LoadCheck(String scenario, List<String> thresholds) implements Errand {

    public LoadCheck {
        thresholds = List.copyOf(thresholds);
    }

    @Override
    public NamedUseCase<?, ?> useCase() {
        return PerformanceUseCases.CHECK;
    }

    @Override
    public JsonNode request(Sources sources) {
        return RecordTree.of(new CheckLatest.Request(Optional.of(scenario), thresholds));
    }

    @Override
    public List<ScheduleFinding> findings(JsonNode result) {
        CheckLatest.Result judged = RecordReader.read(result, CheckLatest.Result.class);
        return judged.verdict() == LoadResult.Verdict.MISSED
                ? List.of(new ScheduleFinding(
                        "load " + scenario,
                        "missed a threshold in " + judged.run() + ": " + missed(judged),
                        "agentctl perf history --scenario " + scenario + " lists its runs."))
                : List.of();
    }

    private static String missed(CheckLatest.Result judged) {
        return judged.thresholds().stream()
                .filter(outcome -> outcome.standing() == LoadResult.Standing.MISSED)
                .map(outcome -> outcome.threshold() + ", measured " + outcome.measured())
                .collect(Collectors.joining("; "));
    }

    @Override
    public String text() {
        return "thresholds of " + scenario;
    }
}
