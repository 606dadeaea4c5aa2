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
import java.util.Optional;
import java.util.SequencedMap;

/** Reads YAML, and JSON with it, into nodes with positions, token by token: data binding would lose the positions. */
public final class YamlNodes {

    private final String file;
    private final JsonParser parser;
    private final Faults faults;

    private YamlNodes(String file, JsonParser parser, Faults faults) {
        this.file = file;
        this.parser = parser;
        this.faults = faults;
    }

    /**
     * The one mapping of a file; without fields for an empty file.
     *
     * @param file as messages name it
     * @param code what a mistake in it means
     * @throws AgentctlException of that code, with file, line and column, at the first mistake
     */
    public static Fields read(String file, String text, ErrorCode code) {
        Faults refuse = (position, what) -> {
            throw malformed(code, position, what);
        };
        return parse(file, text, refuse, YamlNodes::document)
                .orElseGet(() -> new Fields(new LinkedHashMap<>(), new Position(file, 1, 1)));
    }

    /**
     * All documents of a file, which {@code ---} parts, empty ones left out. Mistakes are noted, and what is wrong is
     * left out; at one of syntax reading ends.
     *
     * @param file as messages name it
     */
    public static List<Fields> documents(String file, String text, Findings findings) {
        List<Fields> documents = new ArrayList<>();
        parse(file, text, new Noted(findings), nodes -> {
            for (JsonToken token = nodes.parser.nextToken(); token != null; token = nodes.parser.nextToken()) {
                nodes.mapping(token).ifPresent(documents::add);
            }
            return Optional.empty();
        });
        return documents;
    }

    /** What becomes of mistakes. */
    private interface Faults {

        void wrong(Position position, String what);

        /** A key without a value; it reads as an empty text. */
        default void noValue(Position position) {
            wrong(position, "a key without a value");
        }
    }

    /** Mistakes are noted; whoever reads a key without a value says what it lacks. */
    private record Noted(Findings findings) implements Faults {

        @Override
        public void wrong(Position position, String what) {
            findings.error(position, what);
        }

        @Override
        public void noValue(Position position) {}
    }

    /** What is read of a text. */
    private interface Reading {
        Optional<Fields> of(YamlNodes nodes) throws IOException;
    }

    private static Optional<Fields> parse(String file, String text, Faults faults, Reading reading) {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            return reading.of(new YamlNodes(file, parser, faults));
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            Position position = location == null
                    ? new Position(file, 1, 1)
                    : new Position(file, location.getLineNr(), location.getColumnNr());
            faults.wrong(position, e.getOriginalMessage().lines().findFirst().orElse("malformed"));
        } catch (IOException e) {
            faults.wrong(new Position(file, 1, 1), e.getMessage());
        }
        return Optional.empty();
    }

    static AgentctlException malformed(ErrorCode code, Position position, String what) {
        return new AgentctlException(code, position + ": " + what, "");
    }

    private Optional<Fields> document() throws IOException {
        JsonToken first = parser.nextToken();
        Optional<Fields> document = first == null ? Optional.empty() : mapping(first);
        if (parser.nextToken() != null) {
            faults.wrong(position(), "a second document; there can be only one");
        }
        return document;
    }

    private Optional<Fields> mapping(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        Node document = value(token);
        if (document instanceof Fields fields) {
            return Optional.of(fields);
        }
        faults.wrong(document.position(), "expected 'key: value' lines");
        return Optional.empty();
    }

    private Node value(JsonToken token) throws IOException {
        Position position = position();
        return switch (token) {
            case START_OBJECT -> new Fields(fields(), position);
            case START_ARRAY -> new Items(items(), position);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Scalar(parser.getText(), position);
            case VALUE_NULL -> {
                faults.noValue(position);
                yield new Scalar("", position);
            }
            case VALUE_EMBEDDED_OBJECT, FIELD_NAME, END_ARRAY, END_OBJECT, NOT_AVAILABLE -> {
                faults.wrong(position, "not understood here: " + token);
                yield new Scalar("", position);
            }
        };
    }

    private SequencedMap<String, Field> fields() throws IOException {
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Position key = position();
            if (fields.putIfAbsent(name, new Field(key, value(parser.nextToken()))) != null) {
                faults.wrong(key, "'" + name + "' is given twice");
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
