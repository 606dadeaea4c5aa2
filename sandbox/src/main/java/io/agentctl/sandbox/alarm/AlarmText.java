package io.agentctl.sandbox.alarm;

import io.agentctl.sandbox.metrics.CloudWatchErrors;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** What every alarm is checked for, worded as the service words it. */
final class AlarmText {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int MOST_ACTIONS = 5;
    private static final int MOST_TAGS = 50;
    private static final Pattern ACTION = Pattern.compile("arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:\\d*:.+");

    private AlarmText() {}

    static void check(String name, String description, List<List<String>> actions, List<Tag> tags) {
        if (name == null) {
            throw CloudWatchErrors.validation(nothing("alarmName"));
        }
        length("alarmName", name, 1, LONGEST_NAME);
        if (description != null) {
            length("alarmDescription", description, 0, LONGEST_DESCRIPTION);
        }
        for (List<String> several : actions) {
            if (several.size() > MOST_ACTIONS) {
                throw CloudWatchErrors.validation("1 validation error detected: Value '" + several
                        + "' at 'actions' failed to satisfy constraint:"
                        + " Member must have length less than or equal to " + MOST_ACTIONS);
            }
            several.stream()
                    .filter(action -> !ACTION.matcher(action).matches())
                    .findFirst()
                    .ifPresent(action -> {
                        throw CloudWatchErrors.validation("Invalid arn syntax: " + action);
                    });
        }
        if (tags.size() > MOST_TAGS) {
            throw CloudWatchErrors.validation("An alarm has at most " + MOST_TAGS + " tags.");
        }
    }

    static void length(String member, String value, int fewest, int most) {
        if (value.length() < fewest || value.length() > most) {
            String bound =
                    value.length() < fewest ? "greater than or equal to " + fewest : "less than or equal to " + most;
            throw CloudWatchErrors.validation("1 validation error detected: Value '" + value + "' at '" + member
                    + "' failed to satisfy constraint: Member must have length " + bound);
        }
    }

    static int positive(String member, Integer value) {
        if (value == null) {
            throw CloudWatchErrors.validation(nothing(member));
        }
        if (value < 1) {
            throw CloudWatchErrors.validation("1 validation error detected: Value '" + value + "' at '" + member
                    + "' failed to satisfy constraint: Member must have value greater than or equal to 1");
        }
        return value;
    }

    static String nothing(String member) {
        return "1 validation error detected: Value null at '" + member
                + "' failed to satisfy constraint: Member must not be null";
    }

    static String notOneOf(String member, String value, List<String> allowed) {
        return "1 validation error detected: Value '" + value + "' at '" + member
                + "' failed to satisfy constraint: Member must satisfy enum value set: " + allowed;
    }
}
