package io.agentctl.control.alarms.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.alarm.composite.Suppression;
import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.alarm.metric.Comparison;
import io.agentctl.alarm.metric.MissingData;
import io.agentctl.control.metrics.MetricId;
import io.agentctl.control.metrics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the JSON of definitions, and refuses what is not understood: it decides what happens in production. */
final class DefinitionReader {

    private static final Set<String> KNOWN = Set.of(
            "name",
            "type",
            "rule",
            "suppressor",
            "description",
            "enabled",
            "alarmActions",
            "okActions",
            "insufficientDataActions",
            "tags",
            "namespace",
            "metric",
            "dimensions",
            "statistic",
            "unit",
            "metrics",
            "expressions",
            "result",
            "comparison",
            "threshold",
            "period",
            "evaluationPeriods",
            "datapointsToAlarm",
            "missingData",
            "ignoreFewSamplesOf");

    private DefinitionReader() {}

    static AlarmDefinition read(ObjectNode node) {
        node.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                throw new IllegalArgumentException("an alarm has no field " + field);
            }
        });
        String name = text(node, AlarmJson.NAME);
        String description = text(node, AlarmJson.DESCRIPTION);
        AlarmActions actions = new AlarmActions(
                required(node, AlarmJson.ENABLED).asBoolean(),
                texts(node, "alarmActions"),
                texts(node, "okActions"),
                texts(node, "insufficientDataActions"));
        SortedMap<String, String> tags = map(node, AlarmJson.TAGS);
        return switch (text(node, AlarmJson.TYPE)) {
            case AlarmJson.COMPOSITE ->
                new CompositeAlarm(name, description, actions, text(node, "rule"), suppressor(node), tags);
            case AlarmJson.METRIC -> new MetricAlarm(name, description, actions, watched(node), rule(node), tags);
            default -> throw new IllegalArgumentException(name + ": an alarm is of type metric or composite");
        };
    }

    private static Optional<CompositeAlarm.Suppressor> suppressor(JsonNode node) {
        return Optional.ofNullable(node.get("suppressor"))
                .map(suppressor -> new CompositeAlarm.Suppressor(
                        text(suppressor, "alarm"),
                        new Suppression.Times(number(suppressor, "wait"), number(suppressor, "extension"))));
    }

    private static Watched watched(JsonNode node) {
        if (!node.has("metrics")) {
            return single(node);
        }
        List<Watched.Input> inputs = new ArrayList<>();
        required(node, "metrics").forEach(input -> inputs.add(new Watched.Input(text(input, "id"), single(input))));
        List<Watched.Formula> formulas = new ArrayList<>();
        required(node, "expressions")
                .forEach(formula -> formulas.add(
                        new Watched.Formula(text(formula, "id"), text(formula, "expression"), text(formula, "label"))));
        return new Watched.MetricMath(inputs, formulas, text(node, "result"));
    }

    private static Watched.Single single(JsonNode node) {
        return new Watched.Single(
                new MetricId(text(node, "namespace"), text(node, "metric"), map(node, "dimensions")),
                new Statistic(text(node, "statistic")),
                Optional.ofNullable(node.get("unit")).map(JsonNode::asText));
    }

    private static AlarmRule rule(JsonNode node) {
        return new AlarmRule(
                Comparison.named(text(node, "comparison"))
                        .orElseThrow(() -> new IllegalArgumentException("unknown comparison")),
                required(node, "threshold").asDouble(Double.NaN),
                number(node, "period"),
                number(node, "evaluationPeriods"),
                number(node, "datapointsToAlarm"),
                MissingData.named(text(node, "missingData"))
                        .orElseThrow(() -> new IllegalArgumentException("unknown treatment of missing data")),
                node.has("ignoreFewSamplesOf")
                        ? OptionalDouble.of(node.get("ignoreFewSamplesOf").asDouble())
                        : OptionalDouble.empty());
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("an alarm lacks " + field);
        }
        return value;
    }

    private static String text(JsonNode node, String field) {
        return required(node, field).asText();
    }

    private static int number(JsonNode node, String field) {
        return required(node, field).asInt();
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static SortedMap<String, String> map(JsonNode node, String field) {
        SortedMap<String, String> map = new TreeMap<>();
        node.path(field)
                .properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
