package io.agentctl.control.alarms.document;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files in which a project says what it wants watched. */
public final class MonitoringFiles {

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private MonitoringFiles() {}

    /**
     * A file that was read.
     *
     * @param name as messages name it
     */
    public record Text(String name, String text) {}

    /**
     * The texts of a file, or of all files of a folder and those below it, in the order of their names; empty if there
     * is no such file.
     *
     * @throws AgentctlException BAD_DOCUMENT if it cannot be read, or a folder has no such file
     */
    public static Optional<List<Text>> read(Path place) {
        if (Files.notExists(place)) {
            return Optional.empty();
        }
        try {
            List<Text> texts = new ArrayList<>();
            for (Path file : Files.isDirectory(place) ? under(place) : List.of(place)) {
                texts.add(new Text(file.toString(), Files.readString(file)));
            }
            return Optional.of(texts);
        } catch (IOException problem) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT, "cannot read " + place + ": " + problem.getMessage(), "", null, problem);
        }
    }

    private static List<Path> under(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new AgentctlException(
                        ErrorCode.BAD_DOCUMENT,
                        "there is no file of objectives or alarms under " + folder,
                        "Files end in " + String.join(", ", ENDINGS) + "; agentctl slo init writes a first one.");
            }
            return files;
        }
    }
}
