package io.agentctl.cli.cost;

import io.agentctl.control.cost.CostLine;
import io.agentctl.control.cost.CostReport;
import io.agentctl.control.cost.ReportCosts.Depth;
import io.agentctl.control.plan.Money;
import java.util.List;

/** What every form of the report says in words. */
final class CostWords {

    private CostWords() {}

    static String headline(CostReport report) {
        String unknown = report.unknown() == 0 ? "" : ", and " + report.unknown() + " whose cost is unknown";
        return report.monthly() + " a month" + unknown + ". " + advice(report);
    }

    private static String advice(CostReport report) {
        if (report.depth() == Depth.COSTS) {
            return "What would save was not asked for.";
        }
        String saves = report.saving().compareTo(Money.ZERO) == 0
                ? "Nothing is recommended that would save."
                : "What is recommended would save " + report.saving() + " a month.";
        String adds = report.added().compareTo(Money.ZERO) == 0
                ? ""
                : " What is too small would cost " + report.added() + " more.";
        return saves + adds;
    }

    static String measured(CostReport report) {
        return "In account " + report.target().account() + ", "
                + report.target().region() + ", for a month of 730 hours" + " at the rate of " + report.from() + " to "
                + report.until() + ".";
    }

    static String notIncluded(CostReport report) {
        return "Not included: " + String.join("; ", report.notIncluded()) + ".";
    }

    /** Why costs are unknown, a sentence each. */
    static List<String> unknown(CostReport report) {
        return report.lines().stream()
                .filter(line -> line.monthly().isEmpty())
                .map(line -> line.kind().plural() + ", " + line.name() + ": unknown, " + line.unknown())
                .toList();
    }

    static List<CostLine> pending(CostReport report) {
        return report.lines().stream().filter(line -> line.advice().isPresent()).toList();
    }
}
