package io.agentctl.control.alarms.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Definitions as JSON, one field for each thing that can differ: what plans and the journal hold. The same definition
 * gives the same text.
 */
public final class AlarmJson {

    static final String NAME = "name";
    static final String TYPE = "type";
    static final String METRIC = "metric";
    static final String COMPOSITE = "composite";
    static final String DESCRIPTION = "description";
    static final String ENABLED = "enabled";
    static final String TAGS = "tags";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AlarmJson() {}

    /** The text of a definition, in one line. */
    public static String write(AlarmDefinition alarm) {
        return tree(alarm).toString();
    }

    /** The fields of a definition, in the order in which people are shown them. */
    public static ObjectNode tree(AlarmDefinition alarm) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put(NAME, alarm.name());
        switch (alarm) {
            case MetricAlarm metric -> {
                node.put(TYPE, METRIC);
                WatchedJson.write(metric, node);
            }
            case CompositeAlarm composite -> {
                node.put(TYPE, COMPOSITE).put("rule", composite.rule());
                composite.suppressor().ifPresent(suppressor -> node.putObject("suppressor")
                        .put("alarm", suppressor.alarm())
                        .put("wait", suppressor.times().waitSeconds())
                        .put("extension", suppressor.times().extensionSeconds()));
            }
        }
        node.put(DESCRIPTION, alarm.description()).put(ENABLED, alarm.actions().enabled());
        texts(node, "alarmActions", alarm.actions().alarm());
        texts(node, "okActions", alarm.actions().ok());
        texts(node, "insufficientDataActions", alarm.actions().insufficientData());
        ObjectNode tags = node.putObject(TAGS);
        alarm.tags().forEach(tags::put);
        return node;
    }

    private static void texts(ObjectNode node, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(node.putArray(field)::add);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for anything else: plans come from files as well
     */
    public static AlarmDefinition read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode fields) {
                return DefinitionReader.read(fields);
            }
            throw new IllegalArgumentException("not an alarm: " + text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not an alarm: " + malformed.getOriginalMessage(), malformed);
        }
    }
}
