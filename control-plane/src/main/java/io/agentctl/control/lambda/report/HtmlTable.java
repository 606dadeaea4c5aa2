package io.agentctl.control.lambda.report;

import io.agentctl.control.html.HtmlText;
import java.util.Optional;

/** What was measured at each size, as a table in HTML. */
final class HtmlTable {

    private final SweepSummary summary;

    private HtmlTable(SweepSummary summary) {
        this.summary = summary;
    }

    static String of(SweepSummary summary) {
        return new HtmlTable(summary).table();
    }

    private String table() {
        StringBuilder html = new StringBuilder();
        html.append(
                """
                <div class="scroll" role="region" aria-labelledby="sizes" tabindex="0">
                <table>
                <thead>
                <tr>
                <th scope="col" rowspan="2" class="words">Size</th>
                <th scope="col" rowspan="2">Invoked</th>
                <th scope="colgroup" colspan="3" class="group">Warm, ms</th>
                <th scope="colgroup" class="group">Cold, ms</th>
                <th scope="col" rowspan="2">Billed<br>ms</th>
                <th scope="col" rowspan="2">$ a million<br>invocations</th>
                <th scope="col" rowspan="2">Memory<br>used</th>
                <th scope="col" rowspan="2" class="words">Verdict</th>
                </tr>
                <tr>
                <th scope="col">p50</th><th scope="col">p95</th><th scope="col">p99</th><th scope="col">p50</th>
                </tr>
                </thead>
                <tbody>
                """);
        summary.report().sizes().forEach(size -> row(html, size));
        return html.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private void row(StringBuilder html, MeasuredSize size) {
        boolean best = size.verdict().equals(MeasuredSize.ADVISED);
        boolean now = size.size().equals(summary.report().current());
        html.append(best ? "<tr class=\"best\">" : "<tr>");
        html.append("<th scope=\"row\">")
                .append(HtmlText.escaped(summary.name(size.size()) + (now ? " (now)" : "")))
                .append("</th>");
        cell(html, Integer.toString(size.invocations()), failed(size));
        cell(html, SweepNumbers.ms(size.warmP50()), "");
        cell(html, SweepNumbers.ms(size.warmP95()), "");
        cell(html, SweepNumbers.ms(size.warmP99()), "");
        cell(html, SweepNumbers.ms(size.coldP50()), "");
        cell(html, SweepNumbers.ms(size.billedMeanMs()), "");
        Optional<Range> usd = size.usdPerMillion();
        cell(
                html,
                usd.map(range -> SweepNumbers.perMillion(range.estimate())).orElse("-"),
                usd.map(SweepNumbers::interval).orElse(""));
        cell(
                html,
                size.memoryUsed().isPresent() ? size.memoryUsed().getAsInt() + " MB" : "-",
                size.headroom().isPresent() ? SweepNumbers.percent(size.headroom()) + " free" : "");
        html.append("<td class=\"words")
                .append(size.verdict().equals("failed") ? " failed\">" : "\">")
                .append(HtmlText.escaped(summary.verdict(size)))
                .append(size.onFrontier() ? HtmlText.element("small", "on the frontier") : "")
                .append("</td></tr>\n");
    }

    private static void cell(StringBuilder html, String text, String below) {
        html.append("<td>").append(HtmlText.escaped(text));
        if (!below.isEmpty()) {
            html.append(HtmlText.element("small", below));
        }
        html.append("</td>");
    }

    private static String failed(MeasuredSize size) {
        int failures =
                size.failures().values().stream().mapToInt(count -> count).sum();
        return failures == 0 ? "" : failures + " failed";
    }
}
