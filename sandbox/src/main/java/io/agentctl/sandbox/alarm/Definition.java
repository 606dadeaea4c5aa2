package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.composite.CompositeRule;
import io.agentctl.alarm.composite.Suppression;
import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.DatapointSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** What an alarm looks at and what it does, as it was put. */
sealed interface Definition {
    /** As the API calls its kind. */
    AlarmType type();

    /** What is done when it goes into a state. */
    List<String> actions(AlarmState state);

    /** In the user's words; empty where there are none. */
    String description();

    /**
     * An alarm on a metric, or on math over some.
     *
     * @param request as it was put
     * @param rule when it changes its state
     * @param source what it looks at
     */
    record OfMetric(PutMetricAlarmRequest request, AlarmRule rule, DatapointSource source) implements Definition {
        @Override
        public AlarmType type() {
            return AlarmType.METRIC_ALARM;
        }

        @Override
        public String description() {
            return request.alarmDescription() == null ? "" : request.alarmDescription();
        }

        @Override
        public List<String> actions(AlarmState state) {
            return switch (state) {
                case OK -> request.okActions();
                case ALARM -> request.alarmActions();
                case INSUFFICIENT_DATA -> request.insufficientDataActions();
            };
        }
    }

    /**
     * An alarm on the states of others.
     *
     * @param request as it was put
     * @param rule when it is in ALARM
     * @param suppressor the name of the alarm that holds its actions back, if any
     * @param times how long they are held back
     */
    record OfAlarms(
            PutCompositeAlarmRequest request, CompositeRule rule, Optional<String> suppressor, Suppression.Times times)
            implements Definition {
        @Override
        public AlarmType type() {
            return AlarmType.COMPOSITE_ALARM;
        }

        @Override
        public String description() {
            return request.alarmDescription() == null ? "" : request.alarmDescription();
        }

        @Override
        public List<String> actions(AlarmState state) {
            return switch (state) {
                case OK -> request.okActions();
                case ALARM -> request.alarmActions();
                case INSUFFICIENT_DATA -> request.insufficientDataActions();
            };
        }
    }
}
