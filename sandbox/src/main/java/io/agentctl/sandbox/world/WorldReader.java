package io.agentctl.sandbox.world;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads world documents; what it does not know, it refuses with line and column. */
final class WorldReader {
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().addDeserializer(Duration.class, new DurationReader()))
            .build();

    private WorldReader() {}

    /**
     * Reads a document.
     *
     * @param yaml its text
     * @param name what to call it in messages
     * @throws WorldFormatException when it cannot be used
     */
    static WorldDocument read(String yaml, String name) {
        Node root = parse(yaml, name);
        DocumentKeys.unknown(root, WorldDocument.class).ifPresent(unknown -> {
            throw new WorldFormatException(name + unknown);
        });
        try {
            return MAPPER.readValue(yaml, WorldDocument.class);
        } catch (JsonProcessingException e) {
            throw new WorldFormatException(name + place(root, e) + ": " + reason(e));
        }
    }

    private static Node parse(String yaml, String name) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                throw new WorldFormatException(name + ": the document is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new WorldFormatException(
                    "%s:%d:%d: %s".formatted(name, mark.getLine() + 1, mark.getColumn() + 1, e.getProblem()));
        }
    }

    private static String place(Node root, JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return YamlPlaces.of(root, steps(mapping));
        }
        JsonLocation location = e.getLocation();
        return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String reason(JsonProcessingException e) {
        return switch (e) {
            case ValueInstantiationException invalid ->
                invalid.getCause() == null
                        ? invalid.getOriginalMessage()
                        : invalid.getCause().getMessage();
            case JsonMappingException mapping -> path(mapping) + ": " + mapping.getOriginalMessage();
            default -> e.getOriginalMessage();
        };
    }

    private static String path(JsonMappingException e) {
        return String.join(".", steps(e));
    }

    private static List<String> steps(JsonMappingException e) {
        return e.getPath().stream()
                .map(reference -> reference.getFieldName() == null
                        ? Integer.toString(reference.getIndex())
                        : reference.getFieldName())
                .toList();
    }
}
