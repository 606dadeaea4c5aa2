package io.agentctl.control.performance.scenario;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.scenario.Request.Protocol;
import io.agentctl.control.performance.scenario.Scenario.Written;
import io.agentctl.control.yaml.Mapping;
import io.agentctl.control.yaml.Node;
import io.agentctl.control.yaml.YamlNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** Reads a scenario's file. Files that it names are found beside it. */
public final class ScenarioReader {

    private static final List<String> KEYS =
            List.of("name", "description", "request", "stages", "expect", "thresholds");
    private static final List<String> REQUEST_KEYS =
            List.of("method", "path", "headers", "body", "bodyFile", "data", "timeout", "protocol");

    private final String file;
    private final Path folder;

    private ScenarioReader(String file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @throws AgentctlException NOT_FOUND if there is none; BAD_DOCUMENT with file, line and column for what is wrong
     */
    public static Scenario read(Path file) {
        try {
            return parse(
                    file.toString(),
                    Files.readString(file),
                    file.toAbsolutePath().getParent());
        } catch (IOException e) {
            boolean there = Files.exists(file);
            throw new AgentctlException(
                    there ? ErrorCode.BAD_DOCUMENT : ErrorCode.NOT_FOUND,
                    there ? "cannot read " + file + " as text" : "there is no scenario " + file,
                    "Shipped are " + String.join(", ", ShippedScenarios.NAMES) + "; docs/performance.md has what a file"
                            + " looks like.",
                    null,
                    e);
        }
    }

    /**
     * Reads a text.
     *
     * @param file as messages name it
     * @param folder where the files are that it names
     */
    public static Scenario parse(String file, String text, Path folder) {
        Mapping mapping = Mapping.of(YamlNodes.read(file, text, ErrorCode.BAD_DOCUMENT), ErrorCode.BAD_DOCUMENT, KEYS);
        return new ScenarioReader(file, folder).scenario(mapping);
    }

    private Scenario scenario(Mapping mapping) {
        List<Stage> stages = new ArrayList<>();
        for (Mapping stage : mapping.mappings("stages", StageReader.KEYS)) {
            stages.add(StageReader.read(stage, stages.size() + 1));
        }
        return made(
                mapping,
                "stages",
                () -> new Scenario(
                        mapping.text("name").orElseGet(this::usualName),
                        mapping.text("description").orElse(""),
                        request(mapping.mapping("request", REQUEST_KEYS)),
                        mapping.texts("expect").orElse(List.of()),
                        thresholds(mapping),
                        stages));
    }

    private List<Written> thresholds(Mapping mapping) {
        String source = mapping.position("thresholds").toString();
        return mapping.texts("thresholds").orElse(List.of()).stream()
                .map(text -> new Written(text, source))
                .toList();
    }

    private Request request(Mapping mapping) {
        if (mapping.has("body") && mapping.has("bodyFile")) {
            throw mapping.wrong("bodyFile", "either 'body' or 'bodyFile'");
        }
        List<Map<String, String>> data = mapping.text("data")
                .map(name -> DataRows.read(folder.resolve(name)))
                .orElse(List.of());
        String body = mapping.text("bodyFile")
                .map(name -> bodyOf(mapping, folder.resolve(name)))
                .or(() -> mapping.text("body"))
                .orElse("");
        return made(
                mapping,
                "method",
                () -> new Request(
                        mapping.text("method")
                                .map(text -> text.toUpperCase(Locale.ROOT))
                                .orElse(body.isEmpty() ? "GET" : "POST"),
                        mapping.value("path", ScenarioReader::path, "a path such as /dispatch"),
                        headers(mapping),
                        body,
                        data,
                        mapping.value("timeout", StageReader::duration, StageReader.DURATION)
                                .orElse(Request.USUAL_TIMEOUT),
                        mapping.value("protocol", Protocol::parse, "http/1.1 or http/2")
                                .orElse(Protocol.HTTP_1_1)));
    }

    private static String path(String text) {
        if (!text.startsWith("/") || text.startsWith("//")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static SequencedMap<String, String> headers(Mapping mapping) {
        SequencedMap<String, String> headers = new LinkedHashMap<>();
        Node.Fields fields = mapping.named("headers");
        Mapping named = Mapping.of(
                fields, ErrorCode.BAD_DOCUMENT, List.copyOf(fields.fields().keySet()));
        fields.fields()
                .keySet()
                .forEach(name -> headers.put(name, named.text(name).orElseThrow()));
        return headers;
    }

    private static String bodyOf(Mapping mapping, Path named) {
        try {
            return Files.readString(named);
        } catch (IOException e) {
            throw mapping.wrong("bodyFile", "cannot read " + named);
        }
    }

    private String usualName() {
        return Optional.ofNullable(Path.of(file).getFileName())
                .map(Path::toString)
                .orElse(file)
                .replaceFirst("\\.ya?ml$", "");
    }

    private static <T> T made(Mapping mapping, String key, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException unfit) {
            throw mapping.wrong(key, unfit.getMessage());
        }
    }
}
