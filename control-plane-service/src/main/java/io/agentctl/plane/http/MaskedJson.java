package io.agentctl.plane.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.agentctl.control.audit.Secrets;

/** A document as it is shown to others than its author: texts that look like secrets are masked. */
final class MaskedJson {

    private MaskedJson() {}

    static JsonNode of(JsonNode tree) {
        return switch (tree) {
            case ObjectNode object -> {
                ObjectNode masked = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> masked.set(field.getKey(), of(field.getValue())));
                yield masked;
            }
            case ArrayNode array -> {
                ArrayNode masked = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> masked.add(of(element)));
                yield masked;
            }
            case TextNode text -> TextNode.valueOf(Secrets.masked(text.textValue()));
            default -> tree;
        };
    }
}
