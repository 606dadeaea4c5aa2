package io.agentctl.cli.cost;

import io.agentctl.cli.output.MarkdownText;
import io.agentctl.control.cost.CostReport;
import java.util.List;

/** The report in Markdown, for a ticket or a review. */
final class CostMarkdown {

    private CostMarkdown() {}

    static String of(CostReport report) {
        StringBuilder page = new StringBuilder("# Costs\n\n");
        page.append("**").append(CostWords.headline(report)).append("**\n\n");
        page.append(MarkdownText.escaped(CostWords.measured(report))).append("\n\n");
        page.append(MarkdownText.table(report.totals(), CostColumns.ofTotals())).append('\n');
        page.append(MarkdownText.table(report.lines(), CostColumns.ofWholeLines(report.depth())));
        list("Unknown", CostWords.unknown(report), page);
        list("Remarks", report.notes(), page);
        list("Prices", report.prices(), page);
        list("Not included", report.notIncluded(), page);
        return page.toString();
    }

    private static void list(String heading, List<String> lines, StringBuilder page) {
        if (!lines.isEmpty()) {
            page.append("\n## ").append(heading).append("\n\n");
            lines.forEach(
                    line -> page.append("- ").append(MarkdownText.escaped(line)).append('\n'));
        }
    }
}
