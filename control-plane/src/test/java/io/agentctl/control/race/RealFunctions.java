package io.agentctl.control.race;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.control.fargate.Architecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The measured functions beside the repository. */
final class RealFunctions {

    /** Where they are, from the repository's root and from a module. */
    private static final List<Path> FOLDERS =
            List.of(Path.of("../../shared/data/lambda"), Path.of("../shared/data/lambda"));

    private RealFunctions() {}

    static boolean available() {
        return FOLDERS.stream().anyMatch(Files::isDirectory);
    }

    static List<TrialFunction> all() {
        Path folder = FOLDERS.stream().filter(Files::isDirectory).findFirst().orElseThrow();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(RealFunctions::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every sample counts as one population, so the start is left out: it is the truth that the bar is set by. */
    private static TrialFunction read(Path file) {
        try {
            JsonNode root = new ObjectMapper().readTree(file.toFile());
            Architecture architecture =
                    Architecture.valueOf(root.get("architecture").asText().toUpperCase(Locale.ROOT));
            Map<LambdaSize, List<Measurement>> populations = new TreeMap<>();
            root.get("sizes").properties().forEach(entry -> {
                LambdaSize size = new LambdaSize(Integer.parseInt(entry.getKey()), architecture);
                List<Measurement> samples = new ArrayList<>();
                entry.getValue().forEach(sample -> samples.add(measurement(size, sample)));
                populations.put(size, samples);
            });
            return new TrialFunction(root.get("function").asText(), populations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measurement measurement(LambdaSize size, JsonNode sample) {
        return new Measurement(
                size,
                sample.get("durationMs").asDouble(),
                sample.get("billedDurationMs").asDouble(),
                OptionalDouble.empty(),
                OptionalInt.of(sample.get("maxMemoryUsedMB").asInt()),
                Outcome.SUCCEEDED);
    }
}
