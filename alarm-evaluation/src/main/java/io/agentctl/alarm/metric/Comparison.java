package io.agentctl.alarm.metric;

import java.util.Arrays;
import java.util.Optional;

/** How a data point is compared with a threshold; true means that it breaches. */
public enum Comparison {
    GREATER_THAN("GreaterThanThreshold", ">", "greater than"),
    GREATER_OR_EQUAL("GreaterThanOrEqualToThreshold", ">=", "greater than or equal to"),
    LESS_THAN("LessThanThreshold", "<", "less than"),
    LESS_OR_EQUAL("LessThanOrEqualToThreshold", "<=", "less than or equal to");

    private final String awsName;
    private final String symbol;
    private final String words;

    Comparison(String awsName, String symbol, String words) {
        this.awsName = awsName;
        this.symbol = symbol;
        this.words = words;
    }

    /** The comparison that CloudWatch calls so; empty for those of anomaly bands, which have no threshold. */
    public static Optional<Comparison> named(String awsName) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.awsName.equals(awsName))
                .findFirst();
    }

    /** Whether a value breaches a threshold. */
    public boolean breaches(double value, double threshold) {
        return switch (this) {
            case GREATER_THAN -> value > threshold;
            case GREATER_OR_EQUAL -> value >= threshold;
            case LESS_THAN -> value < threshold;
            case LESS_OR_EQUAL -> value <= threshold;
        };
    }

    public String awsName() {
        return awsName;
    }

    /** {@code >} and the like. */
    public String symbol() {
        return symbol;
    }

    /** As CloudWatch words it in the reason of a state. */
    public String words() {
        return words;
    }
}
