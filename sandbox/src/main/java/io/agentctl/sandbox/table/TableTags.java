package io.agentctl.sandbox.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The operations on tags of tables. To be used inside the simulation's lock. */
final class TableTags {
    private final TableState state;
    private final Descriptions descriptions;

    TableTags(TableState state, Descriptions descriptions) {
        this.state = state;
        this.descriptions = descriptions;
    }

    ObjectNode tag(ObjectNode request) {
        SimTable table = table(request);
        for (JsonNode tag : request.path("Tags")) {
            table.tags().put(tag.path("Key").asText(), tag.path("Value").asText());
        }
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode untag(ObjectNode request) {
        SimTable table = table(request);
        request.path("TagKeys").forEach(key -> table.tags().remove(key.asText()));
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode list(ObjectNode request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode tags = answer.putArray("Tags");
        table(request)
                .tags()
                .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        return answer;
    }

    private SimTable table(ObjectNode request) {
        String arn = request.path("ResourceArn").asText("");
        return state.all().stream()
                .filter(table -> descriptions.arn(table).equals(arn))
                .findFirst()
                .orElseThrow(() -> TableRefusal.notFound(arn));
    }
}
