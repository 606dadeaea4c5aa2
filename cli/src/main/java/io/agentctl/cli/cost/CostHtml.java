package io.agentctl.cli.cost;

import io.agentctl.cli.output.Column;
import io.agentctl.control.cost.CostReport;
import io.agentctl.control.html.HtmlStyle;
import io.agentctl.control.html.HtmlText;
import java.util.List;

/** The report as one HTML file that needs nothing else. */
final class CostHtml {

    private final StringBuilder html = new StringBuilder();

    private CostHtml() {}

    static String of(CostReport report) {
        return new CostHtml().page(report);
    }

    private String page(CostReport report) {
        html.append(HtmlStyle.head("Costs")).append("<body>\n<main>\n");
        html.append(HtmlText.element("p", "kind", "Costs, to " + report.until()))
                .append(HtmlText.element(
                        "h1", report.target().account() + ", " + report.target().region()))
                .append(HtmlText.element("p", "place", CostWords.measured(report)))
                .append(HtmlText.element(
                        "p", "headline " + (report.unknown() == 0 ? "sure" : "unsure"), CostWords.headline(report)))
                .append('\n');
        section("By kind");
        table(report.totals(), CostColumns.ofTotals());
        section("Everything");
        table(report.lines(), CostColumns.ofWholeLines(report.depth()));
        list("Unknown", CostWords.unknown(report));
        list("Remarks", report.notes());
        list("Prices", report.prices());
        list("Not included", report.notIncluded());
        html.append(HtmlText.element("footer", "Made by agentctl cost report."));
        return html.append("\n</main>\n</body>\n</html>\n").toString();
    }

    private void section(String heading) {
        html.append(HtmlText.element("h2", heading)).append('\n');
    }

    private <R> void table(List<R> rows, List<Column<R>> columns) {
        html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\">\n<table>\n<thead>\n<tr>");
        for (Column<R> column : columns) {
            html.append("<th scope=\"col\"")
                    .append(isNumber(column) ? ">" : " class=\"words\">")
                    .append(HtmlText.escaped(column.header()))
                    .append("</th>");
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (R row : rows) {
            html.append("<tr>");
            head(columns.getFirst(), row);
            columns.stream().skip(1).forEach(column -> cell(column, row));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private <R> void head(Column<R> column, R row) {
        html.append("<th scope=\"row\">")
                .append(HtmlText.escaped(column.cell().apply(row).text()))
                .append("</th>");
    }

    private <R> void cell(Column<R> column, R row) {
        String text = column.cell().apply(row).text();
        html.append(isNumber(column) ? HtmlText.element("td", text) : HtmlText.element("td", "words", text));
    }

    private static boolean isNumber(Column<?> column) {
        return column.kind() == Column.Kind.NUMBER;
    }

    private void list(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        section(heading);
        html.append("<ul>\n");
        lines.forEach(line -> html.append(HtmlText.element("li", line)).append('\n'));
        html.append("</ul>\n");
    }
}
