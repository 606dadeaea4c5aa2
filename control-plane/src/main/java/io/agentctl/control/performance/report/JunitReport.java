package io.agentctl.control.performance.report;

import io.agentctl.control.html.HtmlText;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResult.Standing;
import io.agentctl.control.performance.LoadResult.ThresholdOutcome;
import io.agentctl.control.performance.LoadResult.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Results as JUnit's XML: a suite a result, a case a threshold, so that build servers show which was missed. */
public final class JunitReport {

    private static final double MILLIS = 1000;

    private JunitReport() {}

    /** The whole document. */
    public static String of(List<LoadResult> results) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        results.forEach(result -> suite(result, xml));
        return xml.append("</testsuites>\n").toString();
    }

    private static void suite(LoadResult result, StringBuilder xml) {
        long failures = result.verdict() == Verdict.INCONCLUSIVE ? 0 : count(result, Standing.MISSED);
        boolean inconclusive = result.verdict() == Verdict.INCONCLUSIVE;
        double seconds = Duration.between(result.started(), result.ended()).toMillis() / MILLIS;
        xml.append(String.format(
                Locale.ROOT,
                "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" timestamp=\"%s\" time=\"%.3f\">%n",
                HtmlText.escaped("perf " + result.scenario().name() + " "
                        + result.target().url()),
                result.thresholds().size() + (inconclusive ? 1 : 0),
                failures,
                inconclusive ? 1 : 0,
                result.started(),
                seconds));
        result.thresholds().forEach(outcome -> threshold(result, outcome, xml));
        if (inconclusive) {
            xml.append(opening(result, "conclusive"))
                    .append("\n      <error message=\"")
                    .append(HtmlText.escaped(ResultWords.verdict(result)))
                    .append("\"/>\n    </testcase>\n");
        }
        xml.append("  </testsuite>\n");
    }

    private static void threshold(LoadResult result, ThresholdOutcome outcome, StringBuilder xml) {
        xml.append(opening(result, outcome.threshold()));
        if (result.verdict() == Verdict.INCONCLUSIVE || outcome.standing() == Standing.UNKNOWN) {
            xml.append("\n      <skipped message=\"")
                    .append(HtmlText.escaped("inconclusive; measured: " + outcome.measured()))
                    .append("\"/>\n    ");
        } else if (outcome.standing() == Standing.MISSED) {
            xml.append("\n      <failure message=\"")
                    .append(HtmlText.escaped("measured: " + outcome.measured()))
                    .append("\"/>\n    ");
        }
        xml.append("</testcase>\n");
    }

    private static String opening(LoadResult result, String name) {
        return "    <testcase classname=\""
                + HtmlText.escaped("perf." + result.scenario().name()) + "\" name=\"" + HtmlText.escaped(name) + "\">";
    }

    private static long count(LoadResult result, Standing standing) {
        return result.thresholds().stream()
                .filter(outcome -> outcome.standing() == standing)
                .count();
    }
}
