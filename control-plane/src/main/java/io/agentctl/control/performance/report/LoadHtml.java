package io.agentctl.control.performance.report;

import io.agentctl.control.html.HtmlStyle;
import io.agentctl.control.html.HtmlText;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.LoadResult.Verdict;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.ResourceUse;
import io.agentctl.control.performance.ResourceUse.Use;
import io.agentctl.control.performance.threshold.FigureText;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A result as one HTML file that needs nothing else, with its plots. */
public final class LoadHtml {

    private final LoadResult result;
    private final StringBuilder html = new StringBuilder();

    private LoadHtml(LoadResult result) {
        this.result = result;
    }

    /** The whole file. */
    public static String of(LoadResult result) {
        return new LoadHtml(result).page();
    }

    private String page() {
        html.append(HtmlStyle.head(result.scenario().name() + ": load test")).append("<body>\n<main>\n");
        top();
        figure(CourseChart.of(result), "p50 and p99 of what was due at each time; red marks are errors.");
        figure(
                PercentileChart.of(result),
                "How much of the requests took how long. The dashed curve counts from when a request was sent.");
        section("Response times");
        times();
        thresholds();
        resources();
        list("Errors", ResultWords.failures(result.total().counts()));
        list("Recommendations", Recommendations.of(result));
        list("Remarks", ResultWords.remarks(result));
        html.append(HtmlText.element(
                "footer",
                "Measured by agentctl perf load. Scenario " + result.scenario().digest()));
        return html.append("\n</main>\n</body>\n</html>\n").toString();
    }

    private void top() {
        html.append(HtmlText.element(
                        "p", "kind", "Load test, " + result.started().truncatedTo(ChronoUnit.SECONDS)))
                .append(HtmlText.element("h1", result.scenario().name()))
                .append(HtmlText.element(
                        "p",
                        "place",
                        result.target().method() + " " + result.target().url() + " over "
                                + result.target().protocol()))
                .append(HtmlText.element("p", "headline " + colour(result.verdict()), ResultWords.verdict(result)))
                .append("\n<dl>\n");
        Measured total = result.total();
        fact("Sent", Long.toString(total.counts().sent()));
        fact("Answered", FigureText.perSecond(total.throughput()));
        fact("Errors", FigureText.percent(total.counts().errorShare()));
        fact("p50", FigureText.millis(total.latency().p50()));
        fact("p95", FigureText.millis(total.latency().p95()));
        fact("p99", FigureText.millis(total.latency().p99()));
        fact(
                "Generator",
                String.format(Locale.ROOT, "%.0f %% CPU", result.generator().cpu() * 100));
        html.append("</dl>\n");
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "sure";
            case MISSED -> "none";
            case INCONCLUSIVE, NONE -> "unsure";
        };
    }

    private void fact(String term, String value) {
        html.append("<div>")
                .append(HtmlText.element("dt", term))
                .append(HtmlText.element("dd", value))
                .append("</div>\n");
    }

    private void figure(String drawing, String caption) {
        if (!drawing.isEmpty()) {
            html.append("<figure>\n<div class=\"scroll\" role=\"region\" aria-label=\"Chart\" tabindex=\"0\">\n")
                    .append(drawing)
                    .append("</div>\n")
                    .append(HtmlText.element("figcaption", caption))
                    .append("\n</figure>\n");
        }
    }

    private void times() {
        table("Stage", "Load", "Sent", "Rate", "Errors", "p50", "p95", "p99", "p99.9", "Max");
        for (StageResult stage : result.stages()) {
            times(stage.title(), stage.load(), stage.measured());
        }
        times("Total", "without warm-up", result.total());
        end();
    }

    private void times(String name, String load, Measured measured) {
        Latencies latency = measured.latency();
        row(
                name,
                load,
                Long.toString(measured.counts().sent()),
                FigureText.perSecond(measured.throughput()),
                FigureText.percent(measured.counts().errorShare()),
                FigureText.millis(latency.p50()),
                FigureText.millis(latency.p95()),
                FigureText.millis(latency.p99()),
                FigureText.millis(latency.p999()),
                FigureText.millis(latency.max()));
    }

    private void thresholds() {
        if (!result.thresholds().isEmpty()) {
            section("Thresholds");
            table("Threshold", "Measured", "");
            for (ThresholdOutcome outcome : result.thresholds()) {
                row(
                        outcome.threshold(),
                        outcome.measured(),
                        outcome.standing().name().toLowerCase(Locale.ROOT));
            }
            end();
        }
    }

    private void resources() {
        if (result.resources().isEmpty()) {
            return;
        }
        section("Resource use");
        ResourceUse used = result.resources().get();
        if (!used.uses().isEmpty()) {
            table("Resource", "Metric", "Average", "Peak");
            for (Use use : used.uses()) {
                row(
                        use.resource(),
                        use.metric(),
                        ResultWords.amount(use.average(), use.unit()),
                        ResultWords.amount(use.peak(), use.unit()));
            }
            end();
        }
        used.remarks()
                .forEach(remark -> html.append(HtmlText.element("p", remark)).append('\n'));
    }

    private void section(String heading) {
        html.append(HtmlText.element("h2", heading)).append('\n');
    }

    private void table(String... headers) {
        html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\">\n<table>\n<thead>\n<tr>");
        for (String header : headers) {
            html.append("<th scope=\"col\">").append(HtmlText.escaped(header)).append("</th>");
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
    }

    private void row(String head, String... cells) {
        html.append("<tr><th scope=\"row\">").append(HtmlText.escaped(head)).append("</th>");
        for (String cell : cells) {
            html.append(HtmlText.element("td", cell));
        }
        html.append("</tr>\n");
    }

    private void end() {
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private void list(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            section(heading);
            html.append("<ul>\n");
            lines.forEach(line -> html.append(HtmlText.element("li", line)).append('\n'));
            html.append("</ul>\n");
        }
    }
}
