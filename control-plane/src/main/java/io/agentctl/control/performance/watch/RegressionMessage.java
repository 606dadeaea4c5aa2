package io.agentctl.control.performance.watch;

import io.agentctl.control.performance.regression.Finding;
import io.agentctl.control.performance.watch.RegressionReport.Explained;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a topic's subscribers read: plain text, the most important first. */
public final class RegressionMessage {

    private RegressionMessage() {}

    static String subject(RegressionReport report) {
        return "Regression: " + report.series();
    }

    static String text(RegressionReport report) {
        StringBuilder text = new StringBuilder(report.series())
                .append(" became worse, and still is at ")
                .append(time(report.to()))
                .append(".\n\n");
        for (Explained each : report.findings()) {
            text.append("- ").append(line(each.finding(), report.unit())).append('\n');
            each.cause().ifPresent(cause -> text.append("  just before, at ")
                    .append(time(cause.at()))
                    .append(": ")
                    .append(cause.what())
                    .append('\n'));
        }
        return text.append("\nFrom ")
                .append(report.points())
                .append(" points since ")
                .append(time(report.from()))
                .append("; changes below ")
                .append(number(report.threshold()))
                .append(" % are not told.\n")
                .toString();
    }

    /** A finding in one sentence. */
    public static String line(Finding finding, String unit) {
        String space = unit.isEmpty() ? "" : " " + unit;
        return "%s, %s: %s from %s to %s%s (%s %%, %s to %s), %s%s%s"
                .formatted(
                        time(finding.at()),
                        finding.word().name().toLowerCase(Locale.ROOT),
                        switch (finding.kind()) {
                            case LEVEL -> "level";
                            case SPREAD -> "spread around the level";
                        },
                        number(finding.before()),
                        number(finding.after()),
                        space,
                        signed(finding.percent()),
                        signed(finding.low()),
                        signed(finding.high()),
                        confidence(finding.confidence()),
                        finding.provisional() ? ", provisional" : "",
                        finding.standing() ? "" : ", gone since");
    }

    /** A time to the second. */
    public static Instant time(Instant exact) {
        return exact.truncatedTo(ChronoUnit.SECONDS);
    }

    static String confidence(double confidence) {
        return confidence >= 0.9999
                ? "surer than 99.99 %"
                : String.format(Locale.ROOT, "sure to %.2f %%", 100 * confidence);
    }

    /** Three significant digits, without an exponent where people would not write one. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (value == 0 || size >= 1e7 || size < 1e-4) {
            return value == 0 ? "0" : String.format(Locale.ROOT, "%.2e", value);
        }
        int decimals = Math.clamp(2 - (int) Math.floor(Math.log10(size)), 0, 6);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String signed(double percent) {
        return (percent > 0 ? "+" : "") + number(percent);
    }
}
