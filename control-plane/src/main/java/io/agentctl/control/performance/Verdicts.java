package io.agentctl.control.performance;

import io.agentctl.control.performance.LoadResult.End;
import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.LoadResult.Standing;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.LoadResult.Verdict;
import java.util.List;

/** What follows from a run about its target. */
public final class Verdicts {

    private Verdicts() {}

    /**
     * The verdict on thresholds. Figures of a generator that was the limit itself say nothing of the target, and a run
     * that was cut short passes nothing; but a threshold that was missed before somebody stopped it was missed.
     */
    public static Verdict of(List<ThresholdOutcome> outcomes, Generator generator, End end) {
        if (generator.saturated()) {
            return Verdict.INCONCLUSIVE;
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.standing() == Standing.MISSED)) {
            return Verdict.MISSED;
        }
        if (outcomes.isEmpty()) {
            return Verdict.NONE;
        }
        boolean unknown = outcomes.stream().anyMatch(outcome -> outcome.standing() == Standing.UNKNOWN);
        return unknown || end != End.COMPLETED ? Verdict.INCONCLUSIVE : Verdict.PASSED;
    }
}
