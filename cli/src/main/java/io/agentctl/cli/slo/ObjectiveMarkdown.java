package io.agentctl.cli.slo;

import io.agentctl.cli.output.MarkdownText;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.slo.report.ObjectiveReport.Budget;
import io.agentctl.control.slo.report.ObjectiveReport.Burn;
import io.agentctl.control.slo.report.ObjectiveReport.Day;
import io.agentctl.control.slo.report.ReportObjectives;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A report on objectives in Markdown, for a ticket or a review. */
final class ObjectiveMarkdown {

    private final StringBuilder page = new StringBuilder();

    private ObjectiveMarkdown() {}

    static String of(ReportObjectives.Result result, Duration since) {
        ObjectiveMarkdown markdown = new ObjectiveMarkdown();
        markdown.line("# Objectives over " + Words.length(since));
        markdown.line("");
        markdown.line("As of " + result.at() + ".");
        markdown.line("");
        markdown.row("objective", "standing", "target", "measured", "budget left", "lasts");
        markdown.row("---", "---", "---", "---", "---", "---");
        for (ObjectiveReport report : result.objectives()) {
            markdown.row(
                    MarkdownText.escaped(report.name()),
                    ObjectivePage.standing(report),
                    Words.share(OptionalDouble.of(report.target())),
                    Words.share(report.measured()),
                    ObjectivePage.left(report),
                    ObjectivePage.lasts(report));
        }
        result.objectives().forEach(markdown::objective);
        return markdown.page.toString();
    }

    private void objective(ObjectiveReport report) {
        Budget budget = report.budget();
        line("");
        line("## " + MarkdownText.escaped(report.name()));
        line("");
        line(MarkdownText.escaped(report.promise()) + ".");
        line("");
        line("- Of " + ObjectivePage.amount(budget, budget.total()) + ", "
                + ObjectivePage.amount(budget, budget.allowed()) + " may be bad; "
                + ObjectivePage.amount(budget, budget.spent()) + " were.");
        line("- Burn rates: " + burns(report.burns()) + "; " + ObjectivePage.forecast(report) + ".");
        List<Day> spending = report.days().stream()
                .filter(day -> day.spentShare().orElse(0) > 0)
                .toList();
        if (spending.isEmpty()) {
            return;
        }
        line("");
        row("day", "bad", "of", "budget spent");
        row("---", "---:", "---:", "---:");
        for (Day day : spending) {
            row(
                    day.day().toString(),
                    Words.number(day.bad(), 0),
                    ObjectivePage.amount(budget, day.total()),
                    Words.percent(day.spentShare().orElse(0)));
        }
    }

    private static String burns(List<Burn> burns) {
        return burns.stream()
                .map(burn -> Words.length(burn.window()) + " " + Words.rate(burn.rate()))
                .collect(Collectors.joining(", "));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
