package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.slo.Indicator.Reading;
import java.math.BigDecimal;

/** Metrics and math as MetricDataQueries, of which one is the result. */
final class Queries {

    private final ArrayNode list;
    private final int periodSeconds;

    Queries(ArrayNode list, int periodSeconds) {
        this.list = list;
        this.periodSeconds = periodSeconds;
    }

    /** A reading that is the result, its factor with it. */
    void result(String id, Reading reading) {
        if (reading.factor() == 1) {
            metric(id, reading).put("ReturnData", true);
        } else {
            hidden(id, reading);
            expression(id + "Times", times(id, reading));
        }
    }

    /** A reading that expressions name. */
    void hidden(String id, Reading reading) {
        metric(id, reading).put("ReturnData", false);
    }

    void expression(String id, String expression) {
        list.addObject().put("Id", id).put("Expression", expression).put("ReturnData", true);
    }

    /** A reading that was named, times its factor. */
    String times(String id, Reading reading) {
        return reading.factor() == 1
                ? id
                : "("
                        + BigDecimal.valueOf(reading.factor())
                                .stripTrailingZeros()
                                .toPlainString() + " * " + id + ")";
    }

    private ObjectNode metric(String id, Reading reading) {
        ObjectNode query = list.addObject().put("Id", id);
        ObjectNode statistic = query.putObject("MetricStat");
        ObjectNode metric = statistic.putObject("Metric");
        metric.put("Namespace", reading.metric().namespace());
        metric.put("MetricName", reading.metric().name());
        ArrayNode dimensions = metric.putArray("Dimensions");
        reading.metric()
                .dimensions()
                .forEach((name, value) ->
                        dimensions.addObject().put("Name", name).put("Value", value));
        statistic.put("Period", periodSeconds).put("Stat", reading.statistic().awsName());
        reading.unit().ifPresent(unit -> statistic.put("Unit", unit));
        return query;
    }
}
