package io.agentctl.cli.perf;

import io.agentctl.cli.option.OutputFormat;
import io.agentctl.cli.output.Column;
import io.agentctl.cli.output.Document;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.report.JunitReport;
import io.agentctl.control.performance.report.LoadHtml;
import io.agentctl.control.performance.report.MarkdownReport;
import io.agentctl.control.performance.report.ResultWords;
import java.util.List;
import java.util.stream.Collectors;

/** The formats that only reports have. */
final class ReportFormats {

    private ReportFormats() {}

    /** One result, in all formats. */
    static Document of(LoadResult result, Document document) {
        return document.also(OutputFormat.MD, () -> MarkdownReport.of(result))
                .also(OutputFormat.HTML, () -> LoadHtml.of(result))
                .also(OutputFormat.JUNIT, () -> JunitReport.of(List.of(result)));
    }

    /** Several, each in a line for people. */
    static Document several(List<LoadResult> results) {
        Results all = new Results(results);
        return Document.ofRows(
                        all,
                        "results",
                        page -> page.table(
                                results,
                                List.of(
                                        Column.text("RESULT", ResultWords::title),
                                        Column.text("FIGURES", result -> ResultWords.summary(result.total())),
                                        Column.text("VERDICT", ResultWords::verdict))))
                .also(
                        OutputFormat.MD,
                        () -> results.stream().map(MarkdownReport::of).collect(Collectors.joining("\n")))
                .also(OutputFormat.JUNIT, () -> JunitReport.of(results));
    }

    /** Several results. */
    private record Results(List<LoadResult> results) {}
}
