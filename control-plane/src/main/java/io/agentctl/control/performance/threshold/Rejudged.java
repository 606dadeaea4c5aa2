package io.agentctl.control.performance.threshold;

import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.Interval;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.Verdicts;
import java.util.List;

/** A result held against other thresholds than those of its run. */
public final class Rejudged {

    private Rejudged() {}

    /** The same result with the outcome of these thresholds, and the verdict that follows. */
    public static LoadResult by(List<Threshold> thresholds, LoadResult result) {
        List<Interval> intervals = result.intervals().stream()
                .filter(interval -> !result.stages().get(interval.stage()).warmUp())
                .toList();
        Judge judge = new Judge(result.total(), intervals);
        List<ThresholdOutcome> outcomes = thresholds.stream().map(judge::judge).toList();
        return new LoadResult(
                result.kind(),
                result.scenario(),
                result.target(),
                result.started(),
                result.ended(),
                result.end(),
                Verdicts.of(outcomes, result.generator(), result.end()),
                result.total(),
                result.stages(),
                result.intervals(),
                outcomes,
                result.generator(),
                result.resources(),
                result.remarks());
    }
}
