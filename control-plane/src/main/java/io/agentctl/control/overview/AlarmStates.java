package io.agentctl.control.overview;

import io.agentctl.control.aws.ApiCalls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Reads how a project's alarms stand. */
final class AlarmStates {

    private final Supplier<CloudWatchClient> cloudWatch;
    private final ApiCalls calls;

    AlarmStates(Supplier<CloudWatchClient> cloudWatch, ApiCalls calls) {
        this.cloudWatch = cloudWatch;
        this.calls = calls;
    }

    /**
     * How alarms stand.
     *
     * @param total how many there are
     * @param ringing those in ALARM, the latest first
     * @param blind how many have too little data
     */
    record States(int total, List<AlarmLine> ringing, int blind) {}

    States read(String prefix) {
        List<AlarmLine> all = new ArrayList<>();
        String token = null;
        do {
            String page = token;
            DescribeAlarmsResponse response = calls.call(
                    "read alarms " + prefix,
                    () -> cloudWatch.get().describeAlarms(request -> request.alarmNamePrefix(prefix)
                            .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                            .nextToken(page)));
            Stream.concat(
                            response.metricAlarms().stream().map(AlarmStates::line),
                            response.compositeAlarms().stream().map(AlarmStates::line))
                    .forEach(all::add);
            token = response.nextToken();
        } while (token != null);
        return new States(
                all.size(),
                all.stream()
                        .filter(alarm -> alarm.state().equals(StateValue.ALARM.toString()))
                        .sorted(Comparator.comparing(AlarmLine::since).reversed())
                        .toList(),
                (int) all.stream()
                        .filter(alarm -> alarm.state().equals(StateValue.INSUFFICIENT_DATA.toString()))
                        .count());
    }

    private static AlarmLine line(MetricAlarm alarm) {
        return new AlarmLine(
                alarm.alarmName(),
                alarm.stateValueAsString(),
                alarm.stateUpdatedTimestamp(),
                alarm.stateReason(),
                Boolean.FALSE.equals(alarm.actionsEnabled()) ? List.of() : alarm.alarmActions());
    }

    private static AlarmLine line(CompositeAlarm alarm) {
        return new AlarmLine(
                alarm.alarmName(),
                alarm.stateValueAsString(),
                alarm.stateUpdatedTimestamp(),
                alarm.stateReason(),
                Boolean.FALSE.equals(alarm.actionsEnabled()) ? List.of() : alarm.alarmActions());
    }
}
