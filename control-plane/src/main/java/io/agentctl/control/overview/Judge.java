package io.agentctl.control.overview;

import io.agentctl.control.overview.BudgetLine.Verdict;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.slo.report.ObjectiveReport.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decides how bad a state is: a pure function of what was read. */
final class Judge {

    private final List<String> critical = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param reasons the worst first
     */
    record Judgement(RuntimeStatus.Verdict verdict, List<String> reasons) {}

    Judgement judgement() {
        List<String> reasons = new ArrayList<>(critical);
        reasons.addAll(warnings);
        RuntimeStatus.Verdict verdict = !critical.isEmpty()
                ? RuntimeStatus.Verdict.CRITICAL
                : warnings.isEmpty() ? RuntimeStatus.Verdict.GOOD : RuntimeStatus.Verdict.WARNING;
        return new Judgement(verdict, reasons);
    }

    /** An objective of which nobody wants to be told cannot be critical. */
    void objectives(List<ObjectiveReport> reports, Map<String, Objective> objectives) {
        for (ObjectiveReport report : reports) {
            boolean told = !objectives.get(report.name()).alerting().pairs().isEmpty();
            if (report.standing() == Standing.MISSED) {
                (told ? critical : warnings).add("objective " + report.name() + " is missed");
            }
            switch (report.level()) {
                case CRITICAL ->
                    (told ? critical : warnings)
                            .add(report.name() + " is at " + figure(report) + ", which is critical");
                case WARNING -> warnings.add(report.name() + " is at " + figure(report) + ", which is a warning");
                case GOOD -> {}
            }
            report.firing().forEach(firing -> (firing.urgency() == Urgency.PAGE ? critical : warnings)
                    .add("the budget of " + report.name() + " is spent over "
                            + String.format(Locale.ROOT, "%.1f", firing.factor()) + " times too fast"));
        }
    }

    void alarms(List<AlarmLine> ringing, Pagers pagers) {
        for (AlarmLine alarm : ringing) {
            if (pagers.include(alarm)) {
                critical.add("alarm " + alarm.name() + " is in ALARM, which wakes somebody");
            } else {
                warnings.add("alarm " + alarm.name() + " is in ALARM");
            }
        }
    }

    void budgets(List<BudgetLine> lines) {
        lines.stream()
                .filter(line -> line.verdict() == Verdict.OVER)
                .forEach(line -> warnings.add("%s of %s is at %d%%, over its budget of %d%%"
                        .formatted(
                                line.kind() == BudgetLine.Kind.CPU
                                        ? "CPU"
                                        : line.kind().name().toLowerCase(Locale.ROOT),
                                line.resource(),
                                Math.round(line.used().orElse(0) * 100),
                                Math.round(line.budget() * 100))));
    }

    void problems(List<RuntimeStatus.Problem> problems) {
        problems.forEach(problem -> warnings.add(problem.part() + " could not be read"));
    }

    private static String figure(ObjectiveReport report) {
        return String.format(Locale.ROOT, "%,.2f", report.figure().orElse(Double.NaN));
    }
}
