package io.agentctl.cli.perf;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResultReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Results in files. */
final class ResultFiles {

    private static final Path STDIN = Path.of("-");

    private ResultFiles() {}

    /** Reads a result; from {@code stdin} where the file is {@code -}. */
    static LoadResult read(Path file, Path directory, BufferedReader stdin) {
        if (!file.equals(STDIN)) {
            return LoadResultReader.read(directory.resolve(file));
        }
        StringWriter text = new StringWriter();
        try {
            stdin.transferTo(text);
        } catch (IOException e) {
            throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "cannot read stdin as text", "", null, e);
        }
        return LoadResultReader.read("stdin", text.toString());
    }

    /** Writes a result beside and then moves it over, so that a file of that name is the old one or the new one. */
    static void save(Path file, LoadResult result) {
        Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            try {
                Files.writeString(
                        beside, RecordTree.document(result).toPrettyString() + "\n", StandardOpenOption.CREATE_NEW);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "cannot write " + file + ": " + e.getClass().getSimpleName(),
                    "Name a file in a folder that you can write to.",
                    null,
                    e);
        }
    }
}
