package io.agentctl.control.performance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.performance.Counts;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.End;
import io.agentctl.control.performance.LoadResult.Generator;
import io.agentctl.control.performance.LoadResult.StageResult;
import io.agentctl.control.performance.LoadResult.Standing;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.LoadResult.Verdict;
import io.agentctl.control.performance.Measured;
import io.agentctl.control.performance.ResourceUse;
import io.agentctl.control.performance.ResourceUse.Use;
import io.agentctl.control.performance.SomeResult;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Results as pages: what they say, and that nothing from outside breaks them. */
class ReportsTest {

    private static final LoadResult TYPICAL = SomeResult.typical();

    @Test
    void markdownHasTheSectionsOfTheReference() {
        assertThat(MarkdownReport.of(TYPICAL))
                .contains("# Load test: baseline", "**Passed: all thresholds are met.**")
                .containsSubsequence(
                        "## Configuration",
                        "## Response times",
                        "| steady | 50/s | 251 ms |",
                        "| Total | from when it was sent |",
                        "## Throughput",
                        "| steady | 502 | 502 | 500 | 50.0/s | 0.40 % | 3 |",
                        "## Thresholds",
                        "| p95&lt;500ms | 475 ms | met |",
                        "## Resource use",
                        "| service api | CPU | 42 % | 77 % |",
                        "## Error analysis",
                        "- Without an answer: timeout 2",
                        "## Recommendations");
    }

    @Test
    void whatCameFromOutsideIsEscaped() throws Exception {
        LoadResult hostile = changed(
                Verdict.MISSED,
                List.of(new ThresholdOutcome("p95<1ms & \"x\"", "<script>", Standing.MISSED, "<b>9</b>")),
                TYPICAL.total(),
                List.of("<script>alert(1)</script>"));

        assertThat(LoadHtml.of(hostile)).doesNotContain("<script>", "<b>").contains("&lt;script&gt;");
        assertThat(MarkdownReport.of(hostile)).doesNotContain("<script>", "<b>");
        assertThat(xml(JunitReport.of(List.of(hostile)))
                        .getElementsByTagName("failure")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("message")
                        .getTextContent())
                .isEqualTo("measured: <b>9</b>");
    }

    @Test
    void aPageNeedsNothingElseAndHasItsPlots() throws Exception {
        String page = LoadHtml.of(TYPICAL);

        assertThat(page).contains("default-src 'none'").doesNotContain("<script", "src=", "href=");
        assertThat(page.split("<svg", -1)).hasSize(3);
        String drawing = page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + "</svg>".length());
        assertThat(xml(drawing).getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(drawing).doesNotContain("NaN", "Infinity");
    }

    @Test
    void anInconclusiveRunIsAnErrorOfJunitAndNoFailure() throws Exception {
        Document suites = xml(JunitReport.of(
                List.of(TYPICAL, changed(Verdict.INCONCLUSIVE, TYPICAL.thresholds(), TYPICAL.total(), List.of()))));

        assertThat(suites.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        assertThat(suites.getElementsByTagName("failure").getLength()).isZero();
        assertThat(suites.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(suites.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    @Test
    void recommendationsNameTheFiguresTheyFollowFrom() {
        Counts busy = new Counts(
                5000,
                5000,
                400,
                new TreeMap<>(Map.of("200", 4600L, "503", 400L)),
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                9);
        LoadResult loaded = changed(Verdict.NONE, List.of(), with(busy), List.of())
                .with(new ResourceUse(
                        List.of(
                                new Use("service api", "CPU", "%", 60, 91),
                                new Use("service api", "memory", "%", 40, 60),
                                new Use("table policies", "throttles", "", 3, 12)),
                        List.of()));

        assertThat(Recommendations.of(loaded))
                .anyMatch(line -> line.contains("400 answers were 503 or 429"))
                .anyMatch(line -> line.contains("service api") && line.contains("peaked at 91 %"))
                .anyMatch(line -> line.contains("table policies") && line.contains("12 requests a minute"))
                .noneMatch(line -> line.contains("memory"));
        assertThat(Recommendations.of(changed(Verdict.NONE, List.of(), with(Counts.NONE), List.of())))
                .as("nothing follows from nothing")
                .isEmpty();
    }

    @Test
    void moreCallersThatGetNoMoreAnswersAreNoticed() {
        Measured ten = stretch(10, 1000, 100);
        Measured fifty = stretch(10, 1020, 480);
        LoadResult result = stages(List.of(
                new StageResult("10 callers", "10 at a time", false, 0, ten),
                new StageResult("50 callers", "50 at a time", false, 40, fifty)));

        assertThat(Recommendations.of(result))
                .anyMatch(line -> line.startsWith("Expect no more than 102/s: from stage 10"));
    }

    private static Measured stretch(double seconds, long answers, int p50) {
        Counts counts = new Counts(
                answers, answers, 0, new TreeMap<>(Map.of("200", answers)), new TreeMap<>(), new TreeMap<>(), 0, 10);
        return new Measured(
                seconds,
                counts,
                SomeResult.millis(p50 - 1, p50 + 1),
                SomeResult.millis(p50 - 1, p50 + 1),
                SomeResult.millis(1, 1),
                SomeResult.millis(1, 0),
                SomeResult.millis(1, 1));
    }

    private static Measured with(Counts counts) {
        Measured total = TYPICAL.total();
        return new Measured(
                total.seconds(),
                counts,
                total.latency(),
                total.uncorrected(),
                total.connect(),
                total.tls(),
                total.firstByte());
    }

    private static LoadResult stages(List<StageResult> stages) {
        return result(Verdict.NONE, List.of(), TYPICAL.total(), stages, List.of());
    }

    private static LoadResult changed(
            Verdict verdict, List<ThresholdOutcome> thresholds, Measured total, List<String> remarks) {
        return result(verdict, thresholds, total, TYPICAL.stages(), remarks);
    }

    private static LoadResult result(
            Verdict verdict,
            List<ThresholdOutcome> thresholds,
            Measured total,
            List<StageResult> stages,
            List<String> remarks) {
        Generator generator = verdict == Verdict.INCONCLUSIVE
                ? new Generator(2, 1, 0, SomeResult.millis(1, 2), 9, true, List.of("the thread that sends was busy"))
                : TYPICAL.generator();
        return new LoadResult(
                LoadResult.KIND,
                TYPICAL.scenario(),
                TYPICAL.target(),
                TYPICAL.started(),
                TYPICAL.ended(),
                End.COMPLETED,
                verdict,
                total,
                stages,
                TYPICAL.intervals(),
                thresholds,
                generator,
                Optional.empty(),
                remarks);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
