package io.agentctl.control.metrics;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What CloudWatch makes of the samples of a period (CloudWatch User Guide, "CloudWatch statistics definitions").
 *
 * @param awsName as the API spells it, such as {@code Average}, {@code p95} or {@code PR(:500)}
 */
public record Statistic(String awsName) {

    /** Those that have no number in them. */
    public static final List<String> PLAIN = List.of("Average", "Minimum", "Maximum", "Sum", "SampleCount", "IQM");
    /** A hundred stands for the maximum, and has no decimals. */
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,10})?|100)");

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    /** Trimmed and winsorized means, trimmed counts and sums, and percentile ranks, over a range. */
    private static final Pattern RANGE =
            Pattern.compile("(?:(?:TM|WM|TC|TS)\\((?:(?:N%?)?:N%?|N%?:(?:N%?)?)\\)".replace("N", NUMBER)
                    + "|PR\\((?:(?:N)?:N|N:(?:N)?)\\))".replace("N", NUMBER)
                    + "|(?:tm|wm|tc|ts)\\d{1,2}(?:\\.\\d{1,10})?");

    public static final Statistic AVERAGE = new Statistic("Average");
    public static final Statistic MINIMUM = new Statistic("Minimum");
    public static final Statistic MAXIMUM = new Statistic("Maximum");
    public static final Statistic SUM = new Statistic("Sum");
    /** Each task reports once a minute, so this over the period's minutes is the number of tasks. */
    public static final Statistic SAMPLE_COUNT = new Statistic("SampleCount");

    /** @throws IllegalArgumentException for what is no statistic */
    public Statistic {
        if (!PLAIN.contains(awsName)
                && !PERCENTILE.matcher(awsName).matches()
                && !RANGE.matcher(awsName).matches()) {
            throw new IllegalArgumentException(
                    "'" + awsName
                            + "' is no statistic of CloudWatch: Average, Minimum, Maximum, Sum, SampleCount, IQM, p95, tm99, PR(:500)");
        }
    }

    /** A percentile, over 0 and up to 100. */
    public static Statistic percentile(double percent) {
        return new Statistic(
                "p" + BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString());
    }

    /** Which percentile it is, from 0 to 1, if it is one. */
    public OptionalDouble percentile() {
        Matcher matcher = PERCENTILE.matcher(awsName);
        return matcher.matches()
                ? OptionalDouble.of(
                        new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue())
                : OptionalDouble.empty();
    }

    /** True for those that alarms and GetMetricStatistics take as one of five words; others are extended. */
    public boolean plain() {
        return PLAIN.contains(awsName) && !awsName.equals("IQM");
    }

    @Override
    public String toString() {
        return awsName;
    }
}
