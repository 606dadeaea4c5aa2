package io.agentctl.sandbox.alarm;

import io.agentctl.alarm.AlarmState;
import io.agentctl.sandbox.ecs.Page;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** {@code DescribeAlarms} and its like. */
final class AlarmQueries {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final AlarmBook book;
    private final AlarmKin kin;

    AlarmQueries(AlarmBook book) {
        this.book = book;
        this.kin = new AlarmKin(book);
    }

    DescribeAlarmsResponse describe(DescribeAlarmsRequest request) {
        if (request.childrenOfAlarmName() != null || request.parentsOfAlarmName() != null) {
            return page(request, kin.of(request));
        }
        if (request.hasAlarmNames() && request.alarmNamePrefix() != null) {
            throw CloudWatchErrors.validation("AlarmNames and AlarmNamePrefix exclude each other.");
        }
        if (request.alarmNames().size() > LARGEST_PAGE) {
            throw CloudWatchErrors.validation("1 validation error detected: Value at 'alarmNames' failed to satisfy"
                    + " constraint: Member must have length less than or equal to " + LARGEST_PAGE);
        }
        List<AlarmType> types = types(request.alarmTypesAsStrings());
        Predicate<Alarm> wanted = wanted(request);
        List<Object> views = Stream.of(AlarmType.COMPOSITE_ALARM, AlarmType.METRIC_ALARM)
                .filter(types::contains)
                .flatMap(type -> book.all().stream()
                        .filter(alarm -> alarm.type() == type)
                        .filter(wanted))
                .map(AlarmQueries::view)
                .toList();
        return page(request, views);
    }

    private static Predicate<Alarm> wanted(DescribeAlarmsRequest request) {
        String state = request.stateValueAsString();
        if (state != null) {
            checkState(state);
        }
        return alarm -> (!request.hasAlarmNames() || request.alarmNames().contains(alarm.name()))
                && (request.alarmNamePrefix() == null || alarm.name().startsWith(request.alarmNamePrefix()))
                && (state == null || alarm.standing().state().name().equals(state))
                && (request.actionPrefix() == null || acts(alarm, request.actionPrefix()));
    }

    private static void checkState(String state) {
        List<String> states =
                Arrays.stream(AlarmState.values()).map(AlarmState::name).toList();
        if (!states.contains(state)) {
            throw CloudWatchErrors.validation(AlarmText.notOneOf("stateValue", state, states));
        }
    }

    private static boolean acts(Alarm alarm, String prefix) {
        return Arrays.stream(AlarmState.values())
                .flatMap(state -> alarm.definition().actions(state).stream())
                .anyMatch(action -> action.startsWith(prefix));
    }

    /** Metric alarms alone, unless others are asked for. */
    static List<AlarmType> types(List<String> asked) {
        asked.stream()
                .filter(type -> AlarmType.fromValue(type) == AlarmType.UNKNOWN_TO_SDK_VERSION)
                .findFirst()
                .ifPresent(unknown -> {
                    throw CloudWatchErrors.validation(
                            AlarmText.notOneOf("alarmTypes", unknown, List.of("CompositeAlarm", "MetricAlarm")));
                });
        return asked.isEmpty()
                ? List.of(AlarmType.METRIC_ALARM)
                : asked.stream().map(AlarmType::fromValue).toList();
    }

    private static Object view(Alarm alarm) {
        return switch (alarm.definition()) {
            case Definition.OfMetric metric -> AlarmViews.metric(alarm, metric);
            case Definition.OfAlarms composite -> AlarmViews.composite(alarm, composite);
        };
    }

    private static DescribeAlarmsResponse page(DescribeAlarmsRequest request, List<Object> views) {
        Page<Object> page = page(views, request.nextToken(), request.maxRecords());
        return DescribeAlarmsResponse.builder()
                .metricAlarms(only(page.items(), MetricAlarm.class))
                .compositeAlarms(only(page.items(), CompositeAlarm.class))
                .nextToken(page.nextToken())
                .build();
    }

    private static <T> List<T> only(List<Object> views, Class<T> type) {
        return views.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static <T> Page<T> page(List<T> all, String token, Integer asked) {
        int size = asked == null ? USUAL_PAGE : asked;
        if (size < 1 || size > LARGEST_PAGE) {
            throw CloudWatchErrors.validation("1 validation error detected: Value '" + size
                    + "' at 'maxRecords' failed to satisfy constraint: Member must have value between 1 and 100");
        }
        try {
            return Page.of(all, token, size);
        } catch (IllegalArgumentException ignored) {
            throw CloudWatchErrors.invalidToken();
        }
    }

    /** Neither math nor composites are found by a metric (service model, DescribeAlarmsForMetric). */
    DescribeAlarmsForMetricResponse forMetric(DescribeAlarmsForMetricRequest request) {
        if (request.metricName() == null || request.namespace() == null) {
            throw CloudWatchErrors.validation("MetricName and Namespace are required.");
        }
        return DescribeAlarmsForMetricResponse.builder()
                .metricAlarms(book.all().stream()
                        .filter(alarm -> alarm.definition() instanceof Definition.OfMetric metric
                                && watches(metric.request(), request))
                        .map(AlarmQueries::view)
                        .map(MetricAlarm.class::cast)
                        .toList())
                .build();
    }

    private static boolean watches(PutMetricAlarmRequest alarm, DescribeAlarmsForMetricRequest asked) {
        return asked.metricName().equals(alarm.metricName())
                && asked.namespace().equals(alarm.namespace())
                && Set.copyOf(asked.dimensions()).equals(Set.copyOf(alarm.dimensions()))
                && agrees(asked.statisticAsString(), alarm.statisticAsString())
                && agrees(asked.extendedStatistic(), alarm.extendedStatistic())
                && agrees(asked.period(), alarm.period())
                && agrees(asked.unitAsString(), alarm.unitAsString());
    }

    private static boolean agrees(Object asked, Object has) {
        return asked == null || Objects.equals(asked, has);
    }
}
