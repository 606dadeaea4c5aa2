package io.agentctl.control.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;

/** A graph of metrics, put together field by field. */
final class Graph {

    private static final int PERIOD = 60;

    private final ObjectNode properties = JsonNodeFactory.instance.objectNode();
    private final ArrayNode metrics = properties.putArray("metrics");

    Graph(String title, String region) {
        properties.put("title", title);
        properties.put("region", region);
        properties.put("view", "timeSeries");
        properties.put("stacked", false);
        properties.put("period", PERIOD);
    }

    /** A line for a statistic of a metric. */
    Graph line(MetricId metric, Statistic statistic, String label) {
        row(metric).put("stat", statistic.awsName()).put("label", label);
        return this;
    }

    /** A metric that is only there for math. */
    Graph hidden(String id, MetricId metric, Statistic statistic) {
        row(metric).put("stat", statistic.awsName()).put("id", id).put("visible", false);
        return this;
    }

    /** A line for math over metrics. */
    Graph math(String id, String expression, String label) {
        metrics.addArray()
                .addObject()
                .put("expression", expression)
                .put("id", id)
                .put("label", label);
        return this;
    }

    /** A horizontal line at a figure that means something. */
    Graph mark(double value, String label, String colour) {
        ObjectNode annotations = properties.withObject("/annotations");
        ArrayNode horizontal = annotations.withArray("/horizontal");
        horizontal.addObject().put("value", value).put("label", label).put("color", colour);
        return this;
    }

    ObjectNode properties() {
        return properties;
    }

    private ObjectNode row(MetricId metric) {
        ArrayNode row = metrics.addArray().add(metric.namespace()).add(metric.name());
        metric.dimensions().forEach((name, value) -> row.add(name).add(value));
        return row.addObject();
    }
}
