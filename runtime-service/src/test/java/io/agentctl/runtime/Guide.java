package io.agentctl.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The operators' guide, {@code docs/runtime.md}, as tests read it. */
public record Guide(String text) {

    /** Reads it. */
    public static Guide read() {
        try {
            return new Guide(Files.readString(Path.of("../docs/runtime.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The rows of the first table whose header starts with these columns, cell by cell, without back quotes.
     *
     * @throws IllegalArgumentException if there is none
     */
    public List<List<String>> table(String... columns) {
        String header = "\n| " + String.join(" | ", columns) + " |";
        if (!text.contains(header)) {
            throw new IllegalArgumentException("the guide has no table" + header);
        }
        return text.substring(text.indexOf(header) + 1)
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Guide::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    /** The words of a row's cell. */
    public static Stream<String> words(String cell) {
        return Arrays.stream(cell.split("[^A-Za-z_.]+")).filter(word -> !word.isEmpty());
    }
}
