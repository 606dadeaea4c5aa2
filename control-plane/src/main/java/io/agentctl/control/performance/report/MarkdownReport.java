package io.agentctl.control.performance.report;

import io.agentctl.control.performance.Counts;
import io.agentctl.control.performance.Latencies;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.ResourceUse.Use;
import io.agentctl.control.performance.threshold.FigureText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A result in Markdown, in the order of the reference's template. */
public final class MarkdownReport {

    private final LoadResult result;
    private final StringBuilder page = new StringBuilder();

    private MarkdownReport(LoadResult result) {
        this.result = result;
    }

    /** The whole page. */
    public static String of(LoadResult result) {
        return new MarkdownReport(result).text();
    }

    private String text() {
        line("# Load test: " + safe(result.scenario().name()));
        line("");
        line("**" + safe(ResultWords.verdict(result)) + "**");
        configuration();
        times();
        throughput();
        thresholds();
        resources();
        errors();
        list("## Recommendations", Recommendations.of(result));
        list("## Remarks", ResultWords.remarks(result));
        return page.toString();
    }

    private void configuration() {
        heading("## Configuration");
        line("| | |");
        line("| --- | --- |");
        row("Target", result.target().method() + " " + result.target().url());
        row("Protocol", result.target().protocol());
        row("Started", result.started().toString());
        row("Took", FigureText.millis((double)
                Duration.between(result.started(), result.ended()).toMillis()));
        row("Scenario", result.scenario().digest());
        row(
                "Generator",
                String.format(
                        Locale.ROOT,
                        "%d processors, %.0f %% used, requests at most %s late (p99)",
                        result.generator().processors(),
                        result.generator().cpu() * 100,
                        FigureText.millis(result.generator().lag().p99())));
    }

    private void times() {
        heading("## Response times");
        line("| Stage | Load | Mean | p50 | p95 | p99 | p99.9 | Max |");
        line("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        result.stages()
                .forEach(stage ->
                        times(name(stage), stage.load(), stage.measured().latency()));
        times("Total", "without warm-up", result.total().latency());
        times("Total", "from when it was sent", result.total().uncorrected());
        times("Connect", "", result.total().connect());
        times("TLS", "", result.total().tls());
        times("First byte", "from when it was sent", result.total().firstByte());
    }

    private void times(String name, String load, Latencies latency) {
        if (latency.count() > 0) {
            row(
                    name,
                    load,
                    FigureText.millis(latency.mean()),
                    FigureText.millis(latency.p50()),
                    FigureText.millis(latency.p95()),
                    FigureText.millis(latency.p99()),
                    FigureText.millis(latency.p999()),
                    FigureText.millis(latency.max()));
        }
    }

    private void throughput() {
        heading("## Throughput");
        line("| Stage | Planned | Sent | Answered | Rate | Errors | Connections |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        result.stages().forEach(stage -> throughput(name(stage), stage.measured()));
        throughput("Total", result.total());
    }

    private void throughput(String name, Measured measured) {
        Counts counts = measured.counts();
        row(
                name,
                Long.toString(counts.planned()),
                Long.toString(counts.sent()),
                Long.toString(counts.answered()),
                FigureText.perSecond(measured.throughput()),
                FigureText.percent(counts.errorShare()),
                Long.toString(counts.connections()));
    }

    private void thresholds() {
        if (result.thresholds().isEmpty()) {
            return;
        }
        heading("## Thresholds");
        line("| Threshold | Measured | |");
        line("| --- | --- | --- |");
        for (ThresholdOutcome outcome : result.thresholds()) {
            row(
                    outcome.threshold(),
                    outcome.measured(),
                    outcome.standing().name().toLowerCase(Locale.ROOT));
        }
    }

    private void resources() {
        heading("## Resource use");
        if (result.resources().isEmpty()) {
            line("Not read: no context was named.");
            return;
        }
        line("| Resource | Metric | Average | Peak |");
        line("| --- | --- | ---: | ---: |");
        for (Use use : result.resources().get().uses()) {
            row(
                    use.resource(),
                    use.metric(),
                    ResultWords.amount(use.average(), use.unit()),
                    ResultWords.amount(use.peak(), use.unit()));
        }
        result.resources().get().remarks().forEach(remark -> line("\n" + safe(remark)));
    }

    private void errors() {
        heading("## Error analysis");
        List<String> lines = ResultWords.failures(result.total().counts());
        line(lines.isEmpty() ? "No errors." : "- " + safe(String.join("\n- ", lines)));
    }

    private void list(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            heading(heading);
            lines.forEach(each -> line("- " + safe(each)));
        }
    }

    private static String name(StageResult stage) {
        return stage.title();
    }

    private void heading(String heading) {
        line("");
        line(heading);
        line("");
    }

    private void row(String... cells) {
        page.append('|');
        for (String cell : cells) {
            page.append(' ').append(safe(cell).replace("|", "\\|")).append(" |");
        }
        page.append('\n');
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** What came from outside must not become HTML where the page is shown. */
    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
