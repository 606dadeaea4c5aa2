package io.agentctl.control.alarms.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.alarm.metric.AlarmRule;

/** What of JSON is a metric alarm's alone. */
final class WatchedJson {

    private WatchedJson() {}

    static void write(MetricAlarm alarm, ObjectNode node) {
        switch (alarm.watched()) {
            case Watched.Single single -> single(single, node);
            case Watched.MetricMath math -> {
                ArrayNode metrics = node.putArray("metrics");
                math.metrics()
                        .forEach(input ->
                                single(input.metric(), metrics.addObject().put("id", input.id())));
                ArrayNode expressions = node.putArray("expressions");
                math.expressions().forEach(formula -> expressions
                        .addObject()
                        .put("id", formula.id())
                        .put("expression", formula.expression())
                        .put("label", formula.label()));
                node.put("result", math.result());
            }
        }
        AlarmRule rule = alarm.rule();
        node.put("comparison", rule.comparison().awsName())
                .put("threshold", rule.threshold())
                .put("period", rule.periodSeconds())
                .put("evaluationPeriods", rule.evaluationPeriods())
                .put("datapointsToAlarm", rule.datapointsToAlarm())
                .put("missingData", rule.missing().awsName());
        if (rule.fewSamples().isPresent()) {
            node.put("ignoreFewSamplesOf", rule.fewSamples().getAsDouble());
        }
    }

    private static void single(Watched.Single single, ObjectNode node) {
        node.put("namespace", single.metric().namespace())
                .put("metric", single.metric().name());
        ObjectNode dimensions = node.putObject("dimensions");
        single.metric().dimensions().forEach(dimensions::put);
        node.put("statistic", single.statistic().awsName());
        single.unit().ifPresent(unit -> node.put("unit", unit));
    }
}
