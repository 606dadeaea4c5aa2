package io.agentctl.sandbox.alarm;

import io.agentctl.sandbox.metrics.CloudWatchErrors;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** {@code DescribeAlarms} of children and parents, which tells little of each (service model, DescribeAlarms). */
final class AlarmKin {
    private final AlarmBook book;

    AlarmKin(AlarmBook book) {
        this.book = book;
    }

    List<Object> of(DescribeAlarmsRequest request) {
        String parent = request.childrenOfAlarmName();
        String child = request.parentsOfAlarmName();
        boolean more = (parent != null && child != null)
                || request.hasAlarmNames()
                || request.hasAlarmTypes()
                || request.alarmNamePrefix() != null
                || request.stateValue() != null
                || request.actionPrefix() != null;
        if (more) {
            throw CloudWatchErrors.validation((parent == null ? "ParentsOfAlarmName" : "ChildrenOfAlarmName")
                    + " can be combined with MaxRecords and NextToken only.");
        }
        return parent == null ? parents(child) : children(parent);
    }

    private List<Object> children(String parent) {
        return book.find(parent).map(book::children).orElse(List.of()).stream()
                .map(book::find)
                .flatMap(Optional::stream)
                .map(AlarmKin::standing)
                .toList();
    }

    private static Object standing(Alarm alarm) {
        String state = alarm.standing().state().name();
        return alarm.type() == AlarmType.METRIC_ALARM
                ? MetricAlarm.builder()
                        .alarmName(alarm.name())
                        .alarmArn(alarm.arn())
                        .stateValue(state)
                        .stateUpdatedTimestamp(alarm.standing().updated())
                        .build()
                : CompositeAlarm.builder()
                        .alarmName(alarm.name())
                        .alarmArn(alarm.arn())
                        .stateValue(state)
                        .stateUpdatedTimestamp(alarm.standing().updated())
                        .build();
    }

    private List<Object> parents(String child) {
        return book.parents(book.name(child)).stream()
                .<Object>map(alarm -> CompositeAlarm.builder()
                        .alarmName(alarm.name())
                        .alarmArn(alarm.arn())
                        .build())
                .toList();
    }
}
