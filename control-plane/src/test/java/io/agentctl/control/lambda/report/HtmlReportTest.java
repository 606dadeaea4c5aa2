package io.agentctl.control.lambda.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The report that is attached to a pull request. */
class HtmlReportTest {

    private static final Pattern DRAWING = Pattern.compile("<svg .*</svg>", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void itTellsWhatIsAdvisedHowSureItIsAndHowToApplyIt() {
        String html = HtmlReport.of(TypicalReport.report());

        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "512 MB is advised, with 95% confidence.",
                        "<dd>-2.9%</dd>",
                        "<dd>+89.4%</dd>",
                        "1.64 to 1.74",
                        "3 of 3 invocations failed: it ran out of memory",
                        "costs at most 2.0 % more than the cheapest",
                        "303 invocations in 12 rounds, $0.00061 spent, of 800 invocations and $0.05 allowed",
                        "agentctl lambda apply resizer --memory 512",
                        "op-0123456789");
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingRuns() {
        String html = HtmlReport.of(TypicalReport.report());

        assertThat(html).doesNotContain("http:", "https:", "src=", "url(", "@import", "<script", "<link", "href=");
        assertThat(html).contains("default-src 'none'", "prefers-color-scheme: dark");
    }

    @Test
    void whatNamesAndRemarksSayIsText() {
        String attack = "<script>alert('x')</script>\"><img onerror=\"y\">";

        String html = HtmlReport.of(TypicalReport.report(attack, List.of(attack)));

        assertThat(html).doesNotContain("<script", "<img").contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        assertThat(html).doesNotContain("agentctl lambda apply");
    }

    @Test
    void theChartHasAPointAndAWhiskerForEverySizeThatWasMeasured() throws Exception {
        Document svg = drawing(HtmlReport.of(TypicalReport.report()));

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(4);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains("resizer");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .startsWith("256 MB: 403 ms, $1.88 a million; 512 MB: 197 ms");
    }

    @Test
    void everyReportHasItsPage() throws Exception {
        Random random = new Random(7);
        for (int count = 0; count < 300; count++) {
            String html = HtmlReport.of(GeneratedReports.any(random));

            assertThat(html).endsWith("</html>\n").doesNotContain("<script", "NaN", "Infinity");
            if (html.contains("<svg")) {
                drawing(html);
            }
        }
    }

    @Test
    void theFileIsReplacedAndNothingIsLeftBeside() throws IOException {
        Path file = folder.resolve("out.html");
        Files.writeString(file, "old");

        ReportFile.write(file, TypicalReport.report());

        assertThat(file).content().startsWith("<!DOCTYPE html>");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**/.out*");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> ReportFile.write(folder.resolve("none/out.html"), TypicalReport.report()))
                .hasMessageContaining("there is no folder " + folder.resolve("none"));
        assertThatThrownBy(() -> ReportFile.write(folder, TypicalReport.report()))
                .hasMessageContaining("it is a folder");
    }

    private static Document drawing(String html) throws Exception {
        Matcher drawing = DRAWING.matcher(html);
        assertThat(drawing.find()).isTrue();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(drawing.group())));
    }
}
