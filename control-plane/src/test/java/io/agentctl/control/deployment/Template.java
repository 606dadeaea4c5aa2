package io.agentctl.control.deployment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A template of CloudFormation, its short tags ({@code !Ref}) written out as functions ({@code Ref}, {@code Fn::Sub}).
 */
record Template(Path file, JsonNode root) {

    static final Path FOLDER = Path.of("../dist/cloudformation");

    /** The one of a name, such as {@code tables}. */
    static Template of(String name) {
        return read(FOLDER.resolve(name + ".yaml"));
    }

    /** All that ship. */
    static List<Template> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Template::read).toList();
        }
    }

    private static Template read(Path file) {
        try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
            parser.nextToken();
            return new Template(file, value(parser));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text() throws IOException {
        return Files.readString(file);
    }

    JsonNode resource(String id) {
        JsonNode resource = root.path("Resources").path(id);
        if (resource.isMissingNode()) {
            throw new IllegalArgumentException(file + " has no resource " + id);
        }
        return resource.path("Properties");
    }

    /** The properties of all resources of a type, by their ids. */
    Map<String, JsonNode> resources(String type) {
        return root.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, resource -> resource.getValue().path("Properties")));
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        Object tag = parser.getTypeId();
        JsonNode plain =
                switch (parser.currentToken()) {
                    case START_OBJECT -> object(parser);
                    case START_ARRAY -> array(parser);
                    case VALUE_TRUE, VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(parser.getBooleanValue());
                    case VALUE_NUMBER_INT -> JsonNodeFactory.instance.numberNode(parser.getLongValue());
                    case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.numberNode(parser.getDoubleValue());
                    default -> JsonNodeFactory.instance.textNode(parser.getText());
                };
        return tag == null ? plain : function(tag.toString(), plain);
    }

    private static JsonNode function(String tag, JsonNode argument) {
        JsonNode split = tag.equals("GetAtt") ? getAtt(argument.asText()) : argument;
        String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
        return JsonNodeFactory.instance.objectNode().set(name, split);
    }

    private static JsonNode getAtt(String text) {
        int dot = text.indexOf('.');
        return JsonNodeFactory.instance.arrayNode().add(text.substring(0, dot)).add(text.substring(dot + 1));
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.set(key, value(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
