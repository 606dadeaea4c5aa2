package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.composite.Suppression;
import io.agentctl.sandbox.protocol.Pojos;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.ActionsSuppressedBy;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Alarms as the API describes them. */
final class AlarmViews {
    private AlarmViews() {}

    static MetricAlarm metric(Alarm alarm, Definition.OfMetric definition) {
        MetricAlarm.Builder view = MetricAlarm.builder();
        Pojos.copy(definition.request(), view, Set.of());
        Standing standing = alarm.standing();
        return view.alarmArn(alarm.arn())
                .actionsEnabled(alarm.actionsEnabled())
                .alarmConfigurationUpdatedTimestamp(alarm.configured())
                .stateValue(standing.state().name())
                .stateReason(standing.reason())
                .stateReasonData(standing.reasonData())
                .stateUpdatedTimestamp(standing.updated())
                .stateTransitionedTimestamp(standing.transitioned())
                .build();
    }

    static CompositeAlarm composite(Alarm alarm, Definition.OfAlarms definition) {
        CompositeAlarm.Builder view = CompositeAlarm.builder();
        Pojos.copy(definition.request(), view, Set.of());
        Standing standing = alarm.standing();
        Suppression suppression = alarm.suppression();
        if (suppression.phase() != Suppression.Phase.NONE) {
            view.actionsSuppressedBy(ActionsSuppressedBy.fromValue(by(suppression.phase())))
                    .actionsSuppressedReason(Suppressions.reason(alarm));
        }
        return view.alarmArn(alarm.arn())
                .actionsEnabled(alarm.actionsEnabled())
                .alarmConfigurationUpdatedTimestamp(alarm.configured())
                .stateValue(standing.state().name())
                .stateReason(standing.reason())
                .stateReasonData(standing.reasonData())
                .stateUpdatedTimestamp(standing.updated())
                .stateTransitionedTimestamp(standing.transitioned())
                .build();
    }

    private static String by(Suppression.Phase phase) {
        return switch (phase) {
            case NONE -> "";
            case WAIT_PERIOD -> "WaitPeriod";
            case ALARM -> "Alarm";
            case EXTENSION_PERIOD -> "ExtensionPeriod";
        };
    }
}
