package io.agentctl.sandbox.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.alarm.metric.Datapoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** The JSON that tells which data points decided a state. */
final class ReasonData {
    private ReasonData() {}

    static ObjectNode of(Definition.OfMetric alarm, Datapoints range, long second) {
        int period = alarm.rule().periodSeconds();
        List<Integer> measured = new ArrayList<>();
        for (int i = range.values().length - 1;
                i >= 0 && measured.size() < alarm.rule().evaluationPeriods();
                i--) {
            if (!Double.isNaN(range.values()[i])) {
                measured.addFirst(i);
            }
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        data.put("queryDate", AlarmTimes.text(Instant.ofEpochSecond(second)));
        if (!measured.isEmpty()) {
            data.put("startDate", AlarmTimes.text(begins(second, period, range, measured.getFirst())));
        }
        statistic(alarm.request(), data);
        data.put("period", period);
        ArrayNode recent = data.putArray("recentDatapoints");
        measured.forEach(i -> recent.add(range.values()[i]));
        data.put("threshold", alarm.rule().threshold());
        ArrayNode evaluated = data.putArray("evaluatedDatapoints");
        for (int i : measured.reversed()) {
            ObjectNode point = evaluated.addObject();
            point.put("timestamp", AlarmTimes.text(begins(second, period, range, i)));
            if (Double.isFinite(range.samples()[i])) {
                point.put("sampleCount", range.samples()[i]);
            }
            point.put("value", range.values()[i]);
        }
        return data;
    }

    private static void statistic(PutMetricAlarmRequest request, ObjectNode data) {
        if (request.unit() != null) {
            data.put("unit", request.unitAsString());
        }
        if (request.statistic() != null) {
            data.put("statistic", request.statisticAsString());
        } else if (request.extendedStatistic() != null) {
            data.put("statistic", request.extendedStatistic());
        }
    }

    private static Instant begins(long second, int period, Datapoints range, int index) {
        return Instant.ofEpochSecond(second - (long) (range.values().length - index) * period);
    }
}
