package io.agentctl.sandbox.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** What a metric alarm watches, as its messages tell it. */
final class Trigger {
    private Trigger() {}

    static ObjectNode of(PutMetricAlarmRequest request) {
        ObjectNode trigger = JsonNodeFactory.instance.objectNode();
        if (request.metrics().isEmpty()) {
            single(request, trigger);
        }
        trigger.put("EvaluationPeriods", request.evaluationPeriods());
        if (request.datapointsToAlarm() != null) {
            trigger.put("DatapointsToAlarm", request.datapointsToAlarm());
        }
        trigger.put("ComparisonOperator", request.comparisonOperatorAsString());
        trigger.put("Threshold", request.threshold());
        trigger.put("TreatMissingData", request.treatMissingData() == null ? "missing" : request.treatMissingData());
        trigger.put(
                "EvaluateLowSampleCountPercentile",
                request.evaluateLowSampleCountPercentile() == null ? "" : request.evaluateLowSampleCountPercentile());
        if (!request.metrics().isEmpty()) {
            ArrayNode metrics = trigger.putArray("Metrics");
            request.metrics()
                    .forEach(query -> metrics.add(PojoJson.asOnTheWire().of(query)));
        }
        return trigger;
    }

    private static void single(PutMetricAlarmRequest request, ObjectNode trigger) {
        trigger.put("MetricName", request.metricName());
        trigger.put("Namespace", request.namespace());
        if (request.statistic() == null) {
            trigger.put("StatisticType", "ExtendedStatistic").put("ExtendedStatistic", request.extendedStatistic());
        } else {
            trigger.put("StatisticType", "Statistic");
            trigger.put("Statistic", statistic(request.statisticAsString()));
        }
        trigger.put("Unit", request.unitAsString());
        ArrayNode dimensions = trigger.putArray("Dimensions");
        request.dimensions()
                .forEach(dimension ->
                        dimensions.addObject().put("value", dimension.value()).put("name", dimension.name()));
        trigger.put("Period", request.period());
    }

    /** {@code SAMPLE_COUNT}: messages write the words apart. */
    private static String statistic(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
