package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.performance.regression.SeriesVerdict;
import io.agentctl.control.performance.watch.RegressionMessage;
import io.agentctl.control.performance.watch.RegressionReport;
import io.agentctl.control.performance.watch.RegressionReport.Explained;
import io.agentctl.control.schedules.ScheduleFinding;
import java.util.List;
import java.util.stream.Collectors;

/** What of a series is a finding. */
final class Regressions {

    private Regressions() {}

    /** A regression that stands; of one that was mended there is nothing to do. */
    static List<ScheduleFinding> of(JsonNode result, String next) {
        RegressionReport report = RecordReader.read(result, RegressionReport.class);
        return report.word() == SeriesVerdict.Word.REGRESSION
                ? List.of(new ScheduleFinding(
                        "series " + report.series(),
                        "became worse, and still is: "
                                + report.findings().stream()
                                        .map(each -> line(each, report.unit()))
                                        .collect(Collectors.joining("; ")),
                        next))
                : List.of();
    }

    private static String line(Explained each, String unit) {
        return RegressionMessage.line(each.finding(), unit)
                + each.cause().map(cause -> ", just after " + cause.what()).orElse("");
    }
}
