package io.agentctl.control.alarms.upkeep;

import io.agentctl.alarm.AlarmState;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.upkeep.ObservedAlarm.Condition;
import io.agentctl.control.aws.ApiCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;

/** Reads and writes alarms. */
final class AlarmGateway {

    /** Names in a call; source: CloudWatch service model, DescribeAlarms. */
    private static final int NAMES_A_CALL = 100;

    /** Alarms in an answer, twice as many as unless asked for; source: the same. */
    private static final int PAGE = 100;

    private final Supplier<CloudWatchClient> cloudWatch;
    private final ApiCalls calls;

    AlarmGateway(Supplier<CloudWatchClient> cloudWatch, ApiCalls calls) {
        this.cloudWatch = cloudWatch;
        this.calls = calls;
    }

    /** All alarms whose names begin so, without their tags; all of the account for an empty beginning. */
    List<ObservedAlarm> beginning(String prefix) {
        DescribeAlarmsRequest.Builder request = DescribeAlarmsRequest.builder();
        // An empty one is refused.
        return read(prefix.isEmpty() ? request : request.alarmNamePrefix(prefix));
    }

    /** Those of these names that there are, without their tags. */
    List<ObservedAlarm> named(Collection<String> names) {
        List<String> all = names.stream().distinct().toList();
        List<ObservedAlarm> found = new ArrayList<>();
        for (int start = 0; start < all.size(); start += NAMES_A_CALL) {
            found.addAll(read(DescribeAlarmsRequest.builder()
                    .alarmNames(all.subList(start, Math.min(all.size(), start + NAMES_A_CALL)))));
        }
        return found;
    }

    /** One alarm with its tags, if there is one of this name. */
    Optional<ObservedAlarm> find(String name) {
        return named(List.of(name)).stream().findFirst().map(alarm -> alarm.tagged(tags(alarm.arn())));
    }

    /** Without {@code AlarmTypes}, CloudWatch leaves composites out. */
    private List<ObservedAlarm> read(DescribeAlarmsRequest.Builder asked) {
        DescribeAlarmsRequest request = asked.alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                .maxRecords(PAGE)
                .build();
        List<ObservedAlarm> found = new ArrayList<>();
        String token = null;
        do {
            String page = token;
            DescribeAlarmsResponse response = calls.call("describe alarms", () -> cloudWatch
                    .get()
                    .describeAlarms(request.toBuilder().nextToken(page).build()));
            response.metricAlarms().forEach(alarm -> found.add(observed(alarm)));
            response.compositeAlarms().forEach(alarm -> found.add(observed(alarm)));
            token = response.nextToken();
        } while (token != null && !token.isEmpty());
        return found;
    }

    private static ObservedAlarm observed(software.amazon.awssdk.services.cloudwatch.model.MetricAlarm alarm) {
        return new ObservedAlarm(
                alarm.alarmName(),
                alarm.alarmArn(),
                text(alarm.alarmDescription()),
                Optional.empty(),
                AlarmForm.read(alarm).map(AlarmDefinition.class::cast),
                new Condition(
                        state(alarm.stateValueAsString()),
                        since(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
                        text(alarm.stateReason()),
                        !Boolean.FALSE.equals(alarm.actionsEnabled()),
                        ""));
    }

    private static ObservedAlarm observed(software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm alarm) {
        return new ObservedAlarm(
                alarm.alarmName(),
                alarm.alarmArn(),
                text(alarm.alarmDescription()),
                Optional.empty(),
                Optional.of(AlarmForm.read(alarm)),
                new Condition(
                        state(alarm.stateValueAsString()),
                        since(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
                        text(alarm.stateReason()),
                        !Boolean.FALSE.equals(alarm.actionsEnabled()),
                        text(alarm.actionsSuppressedByAsString())));
    }

    private static AlarmState state(String value) {
        return value == null ? AlarmState.INSUFFICIENT_DATA : AlarmState.valueOf(value);
    }

    /** Updates of the reason are no changes of the state; where only they are told, they have to do. */
    private static Instant since(Instant transitioned, Instant updated) {
        if (transitioned != null) {
            return transitioned;
        }
        return updated == null ? Instant.EPOCH : updated;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    SortedMap<String, String> tags(String arn) {
        SortedMap<String, String> tags = new TreeMap<>();
        calls.call("read the tags of " + arn, () -> cloudWatch
                        .get()
                        .listTagsForResource(request -> request.resourceARN(arn))
                        .tags())
                .forEach(tag -> tags.put(tag.key(), tag.value()));
        return tags;
    }

    /** Makes an alarm, or overwrites all of one but its tags, which CloudWatch ignores then, and its state. */
    void put(AlarmDefinition alarm) {
        calls.call("set alarm " + alarm.name(), () -> switch (alarm) {
            case MetricAlarm metric -> cloudWatch.get().putMetricAlarm(AlarmRequests.of(metric));
            case CompositeAlarm composite -> cloudWatch.get().putCompositeAlarm(AlarmRequests.of(composite));
        });
    }

    void tag(String arn, SortedMap<String, String> tags) {
        calls.call("tag " + arn, () -> cloudWatch.get().tagResource(request -> request.resourceARN(arn)
                .tags(AlarmRequests.tags(tags))));
    }

    void untag(String arn, Collection<String> keys) {
        calls.call("untag " + arn, () -> cloudWatch.get().untagResource(request -> request.resourceARN(arn)
                .tagKeys(keys)));
    }

    void delete(String name) {
        calls.call("delete alarm " + name, () -> cloudWatch.get().deleteAlarms(request -> request.alarmNames(name)));
    }

    void setState(String name, AlarmState state, String reason) {
        calls.call("set the state of alarm " + name, () -> cloudWatch
                .get()
                .setAlarmState(request ->
                        request.alarmName(name).stateValue(state.name()).stateReason(reason)));
    }
}
