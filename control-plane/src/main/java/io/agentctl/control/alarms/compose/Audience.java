package io.agentctl.control.alarms.compose;

import io.agentctl.control.alarms.definition.AlarmActions;
import io.agentctl.control.slo.Alerting.Recipients;
import io.agentctl.control.slo.BurnRatePair.Urgency;
import java.util.List;
import java.util.Map;

/**
 * Whose the alarms are, where they are, and who is told where objectives name nobody.
 *
 * @param project begins every name
 * @param account in which topics are that are named without one
 * @param region likewise
 * @param usual who is told with an urgency, unless an objective says otherwise
 */
public record Audience(String project, String account, String region, Map<Urgency, Recipients> usual) {

    private static final String ARN = "arn:";

    public Audience {
        usual = Map.copyOf(usual);
    }

    /** How the names of the project's alarms begin. */
    public String prefix() {
        return project + "-";
    }

    /** Whom an urgency tells: those that an objective names, or the usual ones where it names none. */
    Recipients recipients(Recipients own, Urgency urgency) {
        return own.equals(Recipients.NOBODY) ? usual.getOrDefault(urgency, Recipients.NOBODY) : own;
    }

    /** What an alarm does that tells them, but for lack of data. */
    AlarmActions actions(Recipients recipients) {
        return new AlarmActions(true, arns(recipients.spending()), arns(recipients.resolved()), List.of());
    }

    /** ARNs of topics, which may be given by their names. */
    List<String> arns(List<String> topics) {
        return topics.stream()
                .map(topic -> topic.startsWith(ARN)
                        ? topic
                        : ARN + partition() + ":sns:" + region + ":" + account + ":" + topic)
                .distinct()
                .toList();
    }

    /** AWS General Reference, "Amazon Resource Names": regions of China and of the government stand apart. */
    private String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
