package io.agentctl.sandbox.world;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

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
        try {
            WorldDocument document = MAPPER.readValue(yaml, WorldDocument.class);
            if (document == null) {
                throw new WorldFormatException(name + ": the document is empty");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new WorldFormatException(name + place(yaml, e) + ": " + reason(e));
        }
    }

    private static String place(String yaml, JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return YamlPlaces.of(yaml, steps(mapping));
        }
        JsonLocation location = e.getLocation();
        return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String reason(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "unknown key \"%s\"; known here: %s".formatted(unknown.getPropertyName(), known(unknown));
            case ValueInstantiationException invalid ->
                invalid.getCause() == null
                        ? invalid.getOriginalMessage()
                        : invalid.getCause().getMessage();
            case JsonMappingException mapping -> path(mapping) + ": " + mapping.getOriginalMessage();
            default -> e.getOriginalMessage();
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
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
