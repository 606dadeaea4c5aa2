package io.agentctl.control.alarms.upkeep;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.metrics.MetricId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Definitions, written in CloudWatch's form. */
final class AlarmRequests {

    private AlarmRequests() {}

    static PutMetricAlarmRequest of(MetricAlarm alarm) {
        AlarmRule rule = alarm.rule();
        PutMetricAlarmRequest.Builder request = PutMetricAlarmRequest.builder()
                .alarmName(alarm.name())
                .alarmDescription(alarm.description())
                .actionsEnabled(alarm.actions().enabled())
                .alarmActions(alarm.actions().alarm())
                .okActions(alarm.actions().ok())
                .insufficientDataActions(alarm.actions().insufficientData())
                .comparisonOperator(rule.comparison().awsName())
                .threshold(rule.threshold())
                .evaluationPeriods(rule.evaluationPeriods())
                .datapointsToAlarm(rule.datapointsToAlarm())
                .treatMissingData(rule.missing().awsName())
                .tags(tags(alarm.tags()));
        if (rule.fewSamples().isPresent()) {
            request.evaluateLowSampleCountPercentile("ignore");
        }
        switch (alarm.watched()) {
            case Watched.Single single -> {
                request.namespace(single.metric().namespace())
                        .metricName(single.metric().name())
                        .dimensions(dimensions(single.metric()))
                        .period(rule.periodSeconds());
                single.unit().ifPresent(request::unit);
                if (single.statistic().plain()) {
                    request.statistic(single.statistic().awsName());
                } else {
                    request.extendedStatistic(single.statistic().awsName());
                }
            }
            case Watched.MetricMath math -> request.metrics(queries(math, rule.periodSeconds()));
        }
        return request.build();
    }

    static PutCompositeAlarmRequest of(CompositeAlarm alarm) {
        PutCompositeAlarmRequest.Builder request = PutCompositeAlarmRequest.builder()
                .alarmName(alarm.name())
                .alarmDescription(alarm.description())
                .actionsEnabled(alarm.actions().enabled())
                .alarmActions(alarm.actions().alarm())
                .okActions(alarm.actions().ok())
                .insufficientDataActions(alarm.actions().insufficientData())
                .alarmRule(alarm.rule())
                .tags(tags(alarm.tags()));
        alarm.suppressor().ifPresent(suppressor -> request.actionsSuppressor(suppressor.alarm())
                .actionsSuppressorWaitPeriod(suppressor.times().waitSeconds())
                .actionsSuppressorExtensionPeriod(suppressor.times().extensionSeconds()));
        return request.build();
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static List<MetricDataQuery> queries(Watched.MetricMath math, int period) {
        Stream<MetricDataQuery> metrics = math.metrics().stream().map(input -> {
            Watched.Single single = input.metric();
            return MetricDataQuery.builder()
                    .id(input.id())
                    .returnData(false)
                    .metricStat(stat -> {
                        stat.metric(metric -> metric.namespace(single.metric().namespace())
                                        .metricName(single.metric().name())
                                        .dimensions(dimensions(single.metric())))
                                .period(period)
                                .stat(single.statistic().awsName());
                        single.unit().ifPresent(stat::unit);
                    })
                    .build();
        });
        Stream<MetricDataQuery> expressions = math.expressions().stream().map(formula -> {
            MetricDataQuery.Builder query = MetricDataQuery.builder()
                    .id(formula.id())
                    .expression(formula.expression())
                    .returnData(formula.id().equals(math.result()));
            if (!formula.label().isEmpty()) {
                query.label(formula.label());
            }
            return query.build();
        });
        return Stream.concat(metrics, expressions).toList();
    }

    private static List<Dimension> dimensions(MetricId metric) {
        return metric.dimensions().entrySet().stream()
                .map(dimension -> Dimension.builder()
                        .name(dimension.getKey())
                        .value(dimension.getValue())
                        .build())
                .toList();
    }
}
