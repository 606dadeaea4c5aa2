package io.agentctl.control.alarms.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.AlarmJson;
import io.agentctl.control.alarms.upkeep.AlarmChange.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs between two definitions of one name, down to the single value. */
final class FieldChanges {

    private FieldChanges() {}

    static List<FieldChange> between(AlarmDefinition from, AlarmDefinition to) {
        Map<String, String> before = flat(AlarmJson.tree(from));
        Map<String, String> after = flat(AlarmJson.tree(to));
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            String one = before.getOrDefault(field, "");
            String other = after.getOrDefault(field, "");
            if (!one.equals(other)) {
                changes.add(new FieldChange(field, one, other));
            }
        }
        return changes;
    }

    private static Map<String, String> flat(ObjectNode tree) {
        Map<String, String> values = new LinkedHashMap<>();
        tree.properties().forEach(field -> flatten(field.getKey(), field.getValue(), values));
        return values;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(path + "." + field.getKey(), field.getValue(), values));
        } else if (node.isArray()) {
            int index = 0;
            for (JsonNode item : node) {
                // What has an identifier is found by it, wherever it stands.
                String key = item.has("id") ? item.get("id").asText() : Integer.toString(index);
                flatten(path + "." + key, item, values);
                index++;
            }
        } else {
            values.put(path, node.asText());
        }
    }
}
