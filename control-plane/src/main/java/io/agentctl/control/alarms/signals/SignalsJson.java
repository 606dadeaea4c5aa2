package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Objectives of Application Signals as JSON, in the words of CreateServiceLevelObjective and in one form: members in
 * order, none that is empty. The same objective has the same text.
 */
final class SignalsJson {

    static final String NAME = "Name";
    static final String DESCRIPTION = "Description";
    static final String PERIODS = "SliConfig";
    static final String REQUESTS = "RequestBasedSliConfig";
    static final String BURN_RATES = "BurnRateConfigurations";
    static final String TAGS = "Tags";

    private static final String KEY = "Key";
    private static final String VALUE = "Value";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SignalsJson() {}

    static String write(ObjectNode objective) {
        return sorted(objective).toString();
    }

    /** @throws IllegalArgumentException for what is no JSON object */
    static ObjectNode read(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode objective) {
                return objective;
            }
            throw new IllegalArgumentException("an objective of Application Signals is a JSON object");
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    static SortedMap<String, String> tags(ObjectNode objective) {
        SortedMap<String, String> tags = new TreeMap<>();
        objective
                .path(TAGS)
                .forEach(tag -> tags.put(tag.path(KEY).asText(), tag.path(VALUE).asText()));
        return tags;
    }

    /** The same with these tags and no others. */
    static ObjectNode tagged(ObjectNode objective, SortedMap<String, String> tags) {
        ObjectNode tagged = objective.deepCopy();
        ArrayNode list = tagged.putArray(TAGS);
        tags.forEach((key, value) -> list.addObject().put(KEY, key).put(VALUE, value));
        return tagged;
    }

    /** The text of one, whatever its tags. */
    static String untagged(String text) {
        return write(tagged(read(text), new TreeMap<>()));
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode items) {
            ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        if (!(node instanceof ObjectNode members)) {
            return node;
        }
        SortedMap<String, JsonNode> sorted = new TreeMap<>();
        for (Iterator<String> names = members.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode value = sorted(members.get(name));
            if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                sorted.put(name, value);
            }
        }
        return JsonNodeFactory.instance.objectNode().setAll(sorted);
    }
}
