package io.agentctl.cli.alarms;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** When an alarm changes its state, as options. */
final class RuleOptions {

    private static final Pattern M_OF_N = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    @Option(names = "--above", paramLabel = "THRESHOLD", description = "Values above this breach.")
    private Double above;

    @Option(names = "--below", paramLabel = "THRESHOLD", description = "Values below this breach.")
    private Double below;

    @Option(
            names = "--datapoints",
            paramLabel = "M/N",
            defaultValue = "1/1",
            description = "How many of how many data points must breach; default: 1/1.")
    private String datapoints;

    @Option(
            names = "--period",
            paramLabel = "DURATION",
            description = "What a data point stands for; default: the usual distance of the values.")
    private Duration period;

    @Option(
            names = "--missing",
            paramLabel = "HOW",
            defaultValue = "missing",
            description = "What missing data is: missing, ignore, breaching or notBreaching.")
    private String missing;

    boolean hasThreshold() {
        return above != null || below != null;
    }

    /** Whether anything was said of a rule. */
    boolean isGiven() {
        return hasThreshold() || period != null;
    }

    private Comparison side() {
        return below == null ? Comparison.GREATER_THAN : Comparison.LESS_THAN;
    }

    Duration period(Duration usual) {
        return period == null ? usual : period;
    }

    /** @throws AgentctlException USAGE for a rule that CloudWatch would refuse */
    AlarmRule rule(Duration usual) {
        if ((above == null) == (below == null)) {
            throw usage("give one of --above and --below, or --tune to find a threshold");
        }
        Matcher of = M_OF_N.matcher(datapoints);
        if (!of.matches()) {
            throw usage("--datapoints is M/N, such as 2/3, not '" + datapoints + "'");
        }
        MissingData treatment = MissingData.named(missing)
                .orElseThrow(() -> usage("--missing is one of "
                        + Arrays.stream(MissingData.values())
                                .map(MissingData::awsName)
                                .collect(Collectors.joining(", "))
                        + ", not '" + missing + "'"));
        try {
            return new AlarmRule(
                    side(),
                    above == null ? below : above,
                    Math.toIntExact(period(usual).toSeconds()),
                    Integer.parseInt(of.group(2)),
                    Integer.parseInt(of.group(1)),
                    treatment,
                    OptionalDouble.empty());
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw usage(refused.getMessage());
        }
    }

    private static AgentctlException usage(String message) {
        return new AgentctlException(ErrorCode.USAGE, message, "See agentctl alarms backtest --help");
    }
}
