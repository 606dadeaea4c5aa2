package io.agentctl.control.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One widget, as CloudWatch writes it (CloudWatch API Reference, "Dashboard body structure and syntax").
 *
 * @param key what it is called here: its title, or the heading of a text; with its place where it has neither
 * @param json the whole of it
 */
record Widget(String key, ObjectNode json) {

    static final String PROPERTIES = "properties";
    private static final String TITLE = "title";
    private static final String MARKDOWN = "markdown";

    static Widget of(ObjectNode json) {
        JsonNode properties = json.path(PROPERTIES);
        String title = properties.path(TITLE).asText("").strip();
        if (title.isEmpty()) {
            title = properties
                    .path(MARKDOWN)
                    .asText("")
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replace("#", "")
                    .strip();
        }
        String place = json.path("x").asInt() + "," + json.path("y").asInt();
        return new Widget(title.isEmpty() ? json.path("type").asText("widget") + " at " + place : title, json);
    }

    /** Its text, the same for the same widget however its fields are ordered. */
    String text() {
        return CanonicalJson.write(json);
    }

    int x() {
        return json.path("x").asInt();
    }

    int y() {
        return json.path("y").asInt();
    }
}
