package io.agentctl.control.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.yaml.Node.Field;
import io.agentctl.control.yaml.Node.Fields;
import io.agentctl.control.yaml.Node.Items;
import io.agentctl.control.yaml.Node.Position;
import io.agentctl.control.yaml.Node.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads YAML, and JSON with it, into nodes with positions, token by token: data binding would lose the positions. */
public final class YamlNodes {

    private final String file;
    private final ErrorCode code;
    private final JsonParser parser;

    private YamlNodes(String file, ErrorCode code, JsonParser parser) {
        this.file = file;
        this.code = code;
        this.parser = parser;
    }

    /**
     * The one mapping of a file; without fields for an empty file.
     *
     * @param file as messages name it
     * @param code what a mistake in it means
     * @throws AgentctlException of that code, with file, line and column
     */
    public static Fields read(String file, String text, ErrorCode code) {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            return new YamlNodes(file, code, parser).document();
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            Position position = location == null
                    ? new Position(file, 1, 1)
                    : new Position(file, location.getLineNr(), location.getColumnNr());
            throw malformed(
                    code, position, e.getOriginalMessage().lines().findFirst().orElse("malformed"));
        } catch (IOException e) {
            throw malformed(code, new Position(file, 1, 1), e.getMessage());
        }
    }

    static AgentctlException malformed(ErrorCode code, Position position, String what) {
        return new AgentctlException(code, position + ": " + what, "");
    }

    private AgentctlException malformed(Position position, String what) {
        return malformed(code, position, what);
    }

    private Fields document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return new Fields(new LinkedHashMap<>(), new Position(file, 1, 1));
        }
        Node document = value(first);
        if (parser.nextToken() != null) {
            throw malformed(position(), "a second document; there can be only one");
        }
        if (document instanceof Fields fields) {
            return fields;
        }
        throw malformed(document.position(), "expected 'key: value' lines");
    }

    private Node value(JsonToken token) throws IOException {
        Position position = position();
        return switch (token) {
            case START_OBJECT -> new Fields(fields(), position);
            case START_ARRAY -> new Items(items(), position);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Scalar(parser.getText(), position);
            case VALUE_NULL -> throw malformed(position, "a key without a value");
            case VALUE_EMBEDDED_OBJECT, FIELD_NAME, END_ARRAY, END_OBJECT, NOT_AVAILABLE ->
                throw malformed(position, "not understood here: " + token);
        };
    }

    private SequencedMap<String, Field> fields() throws IOException {
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Position key = position();
            if (fields.putIfAbsent(name, new Field(key, value(parser.nextToken()))) != null) {
                throw malformed(key, "'" + name + "' is given twice");
            }
        }
        return fields;
    }

    private List<Node> items() throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token));
        }
        return items;
    }

    private Position position() {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(file, location.getLineNr(), location.getColumnNr());
    }
}
