package io.agentctl.alarm.metric;

import java.util.Arrays;
import java.util.Optional;

/** What an alarm makes of periods without data (CloudWatch User Guide, "Configuring how alarms treat missing data"). */
public enum MissingData {
    /** With no data at all, the state becomes INSUFFICIENT_DATA; CloudWatch's default. */
    MISSING("missing"),
    /** The state stays as it is. */
    IGNORE("ignore"),
    BREACHING("breaching"),
    NOT_BREACHING("notBreaching");

    private final String awsName;

    MissingData(String awsName) {
        this.awsName = awsName;
    }

    public static Optional<MissingData> named(String awsName) {
        return Arrays.stream(values())
                .filter(missing -> missing.awsName.equals(awsName))
                .findFirst();
    }

    public String awsName() {
        return awsName;
    }
}
