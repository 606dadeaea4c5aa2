package io.agentctl.control.lambda.report;

import io.agentctl.control.html.HtmlStyle;
import io.agentctl.control.html.HtmlText;
import java.util.List;
import java.util.Locale;

/**
 * A report as one HTML file that needs nothing else: no script, no network, light and dark as its reader has set, and a
 * content policy that holds it to that.
 */
public final class HtmlReport {

    private final SweepReport report;
    private final SweepSummary summary;

    private HtmlReport(SweepReport report) {
        this.report = report;
        this.summary = new SweepSummary(report);
    }

    /** The whole file. */
    public static String of(SweepReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        StringBuilder html = new StringBuilder();
        html.append(HtmlStyle.head(report.function() + ": Lambda memory sweep"));
        html.append("<body>\n<main>\n");
        top(html);
        chart(html);
        html.append("<h2 id=\"sizes\">Sizes</h2>\n").append(HtmlTable.of(summary));
        why(html);
        howSure(html);
        spent(html);
        apply(html);
        html.append(HtmlText.element(
                "footer",
                "Measured by agentctl lambda sweep, operation " + report.operation() + ". Prices: " + report.prices()));
        return html.append("\n</main>\n</body>\n</html>\n").toString();
    }

    private void top(StringBuilder html) {
        html.append(HtmlText.element("p", "kind", "Lambda memory sweep, strategy " + report.strategy()))
                .append('\n')
                .append(HtmlText.element("h1", report.function()))
                .append('\n')
                .append(HtmlText.element("p", "place", summary.place()))
                .append('\n')
                .append(HtmlText.element(
                        "p",
                        "headline " + summary.standing().name().toLowerCase(Locale.ROOT),
                        capital(summary.headline()) + "."))
                .append("\n<dl>\n");
        figure(html, "Now", summary.name(report.current()));
        report.advised().ifPresent(size -> figure(html, "Advised", summary.name(size)));
        summary.change().ifPresent(change -> {
            figure(html, "Cost against now", SweepNumbers.signed(change.cost()));
            figure(html, "Time against now", SweepNumbers.signed(change.time()));
        });
        figure(html, "Spent on measuring", SweepNumbers.spent(report.spend()));
        html.append("</dl>\n");
    }

    private static void figure(StringBuilder html, String term, String value) {
        html.append("<div>")
                .append(HtmlText.element("dt", term))
                .append(HtmlText.element("dd", value))
                .append("</div>\n");
    }

    private void chart(StringBuilder html) {
        String drawing = HtmlChart.of(summary);
        if (drawing.isEmpty()) {
            return;
        }
        html.append("<figure>\n<div class=\"scroll\" role=\"region\" aria-label=\"Chart\" tabindex=\"0\">\n")
                .append(drawing)
                .append("</div>\n")
                .append(HtmlText.element("figcaption", caption()))
                .append("\n</figure>\n");
    }

    private String caption() {
        String figures = String.format(
                Locale.ROOT, "Whiskers are intervals at %.0f%% confidence. ", 100 * report.wantedConfidence());
        String line = "The dashed line is the frontier: no size is both cheaper and faster than one on it.";
        return figures + line + (summary.severalArchitectures() ? " Squares are arm64, circles x86_64." : "");
    }

    private void why(StringBuilder html) {
        html.append("<h2>Why</h2>\n")
                .append(HtmlText.element("p", summary.explanation()))
                .append('\n');
        summary.changeInWords().ifPresent(words -> html.append(HtmlText.element("p", capital(words) + "."))
                .append('\n'));
        List<String> remarks = summary.remarks();
        if (!remarks.isEmpty()) {
            html.append("<ul>\n");
            remarks.forEach(remark ->
                    html.append(HtmlText.element("li", capital(remark))).append('\n'));
            html.append("</ul>\n");
        }
    }

    private void howSure(StringBuilder html) {
        html.append("<h2>How sure</h2>\n");
        String zone = String.format(
                Locale.ROOT,
                "Differences of up to %.1f%% count as none (the indifference zone). ",
                100 * report.indifferenceZone());
        String claim =
                switch (summary.standing()) {
                    case SURE ->
                        "That the advised size is within this zone of the best holds with " + summary.howSure()
                                + ", by a sequential test: it holds however often the figures were looked at.";
                    case UNSURE ->
                        "Measuring ended before that was proven. That the advised size is within this zone of the best"
                                + " has " + summary.howSure() + ", by the figures that there are.";
                    case NONE -> "No size is advised.";
                };
        html.append(HtmlText.element("p", zone + claim)).append('\n');
    }

    private void spent(StringBuilder html) {
        html.append("<h2>What it took</h2>\n")
                .append(HtmlText.element("p", summary.spent() + ", of " + summary.allowed() + " allowed."))
                .append('\n');
    }

    private void apply(StringBuilder html) {
        summary.next().ifPresent(command -> html.append("<h2>How to apply it</h2>\n<pre><code>")
                .append(HtmlText.escaped(command))
                .append("</code></pre>\n")
                .append(HtmlText.element(
                        "p",
                        "note",
                        "It shows what would change and asks; add --alias live to point an alias at a version of"
                                + " that size. agentctl ops undo puts it back."))
                .append('\n'));
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? "" : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
