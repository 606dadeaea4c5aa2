package io.agentctl.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.lambda.DurationSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads measured invocations from JSON: {@code sizes} by MB, each a list of {@code durationMs}, {@code maxMemoryUsedMB}
 * and perhaps {@code initDurationMs}. What else is there is left alone.
 */
final class SamplesReader {
    private final Path file;

    private SamplesReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param directory what the file's name is relative to
     * @throws WorldFormatException when it cannot be read or used
     */
    static DurationSamples read(Path directory, FunctionDocument.SamplesDocument document) {
        Path file = directory.resolve(document.file());
        try {
            JsonNode root = new ObjectMapper().readTree(Files.readString(file));
            return new DurationSamples(
                    new SamplesReader(file).sizes(root == null ? null : root.get("sizes")), document.memoryNeeded());
        } catch (IOException e) {
            throw new WorldFormatException(file + ": cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new WorldFormatException(file + ": " + e.getMessage());
        }
    }

    private Map<Integer, List<DurationSamples.Sample>> sizes(JsonNode node) {
        if (node == null || !node.isObject()) {
            throw new WorldFormatException(file + ": there is no object \"sizes\"");
        }
        Map<Integer, List<DurationSamples.Sample>> sizes = new TreeMap<>();
        node.properties().forEach(size -> {
            if (!size.getKey().matches("[1-9]\\d{0,4}")) {
                throw new WorldFormatException(file + ": not a size in MB: " + size.getKey());
            }
            List<DurationSamples.Sample> samples = new ArrayList<>();
            size.getValue().forEach(sample -> samples.add(sample(size.getKey(), sample)));
            sizes.put(Integer.valueOf(size.getKey()), samples);
        });
        return sizes;
    }

    private DurationSamples.Sample sample(String size, JsonNode sample) {
        if (!sample.path("durationMs").isNumber()) {
            throw new WorldFormatException(file + ": a sample of " + size + " MB has no durationMs");
        }
        return new DurationSamples.Sample(
                sample.get("durationMs").asDouble(),
                sample.path("initDurationMs").asDouble(0),
                sample.path("maxMemoryUsedMB").asInt(0));
    }
}
