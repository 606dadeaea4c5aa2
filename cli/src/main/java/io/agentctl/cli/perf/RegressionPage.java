package io.agentctl.cli.perf;

import io.agentctl.cli.output.Page;
import io.agentctl.cli.output.Tone;
import io.agentctl.control.performance.regression.Finding;
import io.agentctl.control.performance.watch.RegressionMessage;
import io.agentctl.control.performance.watch.RegressionReport;
import io.agentctl.control.performance.watch.RegressionReport.Explained;

/** What became of a series, laid out for people. */
final class RegressionPage {

    private RegressionPage() {}

    static void layout(RegressionReport report, Page page) {
        page.line(tone(report), sentence(report));
        for (Explained each : report.findings()) {
            page.line(tone(each.finding()), "  " + RegressionMessage.line(each.finding(), report.unit()));
            each.cause()
                    .ifPresent(cause -> page.line(
                            "    just before, at " + RegressionMessage.time(cause.at()) + ": " + cause.what()));
        }
        page.line(Tone.FAINT, basis(report));
        if (report.findings().stream().anyMatch(each -> each.finding().provisional())) {
            page.line("Provisional: fewer than 10 points lie after it; the next ones may take it back.");
        }
        report.remarks().forEach(remark -> page.line(Tone.WARNING, remark));
    }

    private static String sentence(RegressionReport report) {
        return report.series() + ": "
                + switch (report.word()) {
                    case REGRESSION -> "a regression";
                    case IMPROVEMENT -> "an improvement";
                    case NO_CHANGE ->
                        report.findings().isEmpty()
                                ? "no change that matters (" + RegressionMessage.number(report.threshold()) + " %)"
                                : "as it was before";
                };
    }

    private static String basis(RegressionReport report) {
        return report.points() + " points from " + RegressionMessage.time(report.from()) + " to "
                + RegressionMessage.time(report.to())
                + switch (report.season()) {
                    case NONE -> "";
                    case DAY -> ", what recurs by the hour of the day taken out";
                    case WEEK -> ", what recurs by the hour of the week taken out";
                }
                + (report.dependence() > 0
                        ? ", allowing for neighbours with a correlation of "
                                + RegressionMessage.number(report.dependence())
                        : "");
    }

    private static Tone tone(RegressionReport report) {
        return switch (report.word()) {
            case REGRESSION -> Tone.BAD;
            case IMPROVEMENT -> Tone.GOOD;
            case NO_CHANGE -> Tone.STRONG;
        };
    }

    private static Tone tone(Finding finding) {
        if (!finding.standing()) {
            return Tone.FAINT;
        }
        return finding.word() == Finding.Word.REGRESSION ? Tone.BAD : Tone.GOOD;
    }
}
