package io.agentctl.control.overview;

import io.agentctl.control.ops.OperationLine;
import io.agentctl.control.plan.Target;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.windows.run.ShowWindows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything of a runtime at a glance. A part that could not be read is absent, and its problem is named.
 *
 * @param project whose
 * @param target where it was looked
 * @param at as of when
 * @param verdict the worst of it
 * @param reasons why it is not good, the worst first
 * @param runtime what the runtime and its functions did lately
 * @param budgets how full things run
 * @param objectives how objectives stand
 * @param alarms how many of the project's alarms there are
 * @param ringing those in ALARM
 * @param windows services that windows speak of
 * @param operations the latest
 * @param problems what could not be read
 */
public record RuntimeStatus(
        String project,
        Optional<Target> target,
        Instant at,
        Verdict verdict,
        List<String> reasons,
        Optional<RuntimeFigures> runtime,
        Optional<List<BudgetLine>> budgets,
        Optional<List<ObjectiveReport>> objectives,
        Optional<Integer> alarms,
        List<AlarmLine> ringing,
        Optional<List<ShowWindows.Row>> windows,
        Optional<List<OperationLine>> operations,
        List<Problem> problems) {

    /** How it is. */
    public enum Verdict {
        GOOD,
        /** Nobody needs to be woken. */
        WARNING,
        CRITICAL
    }

    /** A part that could not be read. */
    public record Problem(String part, String message) {}
}
