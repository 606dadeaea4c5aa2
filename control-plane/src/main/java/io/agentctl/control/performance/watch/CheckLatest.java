package io.agentctl.control.performance.watch;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.history.KeptResult;
import io.agentctl.control.performance.history.ResultHistory;
import io.agentctl.control.performance.threshold.Rejudged;
import io.agentctl.control.performance.threshold.Threshold;
import io.agentctl.control.performance.threshold.ThresholdParser;
import io.agentctl.control.progress.ProgressListener;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Judges the latest run in the team's history: by the thresholds of its own, or by others. */
public final class CheckLatest implements UseCase<CheckLatest.Request, CheckLatest.Result> {

    /**
     * What is asked.
     *
     * @param scenario of which runs; of any if it is not named
     * @param thresholds such as {@code p95<500ms}; the run's own if there are none
     */
    public record Request(Optional<String> scenario, List<String> thresholds) {
        public Request {
            thresholds = List.copyOf(thresholds);
        }
    }

    /**
     * What came of it.
     *
     * @param run as the history names it
     * @param started when it began
     * @param verdict over all thresholds
     * @param thresholds each with what was measured
     */
    public record Result(
            String run,
            Instant started,
            String scenario,
            LoadResult.Verdict verdict,
            List<LoadResult.ThresholdOutcome> thresholds) {
        public Result {
            thresholds = List.copyOf(thresholds);
        }
    }

    private final Supplier<ResultHistory> team;

    /** @param team the history that the team shares */
    public CheckLatest(Supplier<ResultHistory> team) {
        this.team = team;
    }

    /**
     * Judges.
     *
     * @throws AgentctlException NOT_FOUND if there is no such run; USAGE if there is nothing to judge by; BAD_DOCUMENT
     *     for what is no threshold
     */
    @Override
    public Result run(Request request, ProgressListener progress) {
        List<Threshold> given = request.thresholds().stream()
                .map(text -> ThresholdParser.parse(text, text, ErrorCode.BAD_DOCUMENT))
                .toList();
        KeptResult latest = latest(request.scenario());
        LoadResult judged = given.isEmpty() ? latest.result() : Rejudged.by(given, latest.result());
        if (judged.thresholds().isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "there is nothing to judge " + latest.name() + " by: the run had no thresholds",
                    "Give some, such as 'p95<500ms'.");
        }
        return new Result(
                latest.name(), judged.started(), judged.scenario().name(), judged.verdict(), judged.thresholds());
    }

    private KeptResult latest(Optional<String> scenario) {
        return team.get().read().results().reversed().stream()
                .filter(kept ->
                        scenario.map(kept.result().scenario().name()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND,
                        "the team's history has no run"
                                + scenario.map(name -> " of '" + name + "'").orElse(""),
                        "Keep one with: agentctl perf history --keep RESULT"));
    }
}
