package io.agentctl.control.performance.history;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.LoadResultReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of results, one file each, named by when they began and what they ran, so that a listing of the folder is in
 * order and the same result is kept once however often it is given.
 */
public final class ResultHistory {

    /** Beside the project file. */
    public static final Path FOLDER = Path.of(".agentctl", "performance");

    private static final int DIGITS_OF_DIGEST = 8;
    private static final int MOST_OF_NAME = 40;

    private final Path folder;

    public ResultHistory(Path folder) {
        this.folder = folder;
    }

    /**
     * What was found in the folder.
     *
     * @param results the oldest first
     * @param passedOver why files were not read, one sentence each
     */
    public record Contents(List<KeptResult> results, List<String> passedOver) {

        public Contents {
            results = List.copyOf(results);
            passedOver = List.copyOf(passedOver);
        }
    }

    public Path folder() {
        return folder;
    }

    /**
     * Keeps a result.
     *
     * @return the file
     * @throws AgentctlException FAILED if the folder cannot be written to
     */
    public Path keep(LoadResult result) {
        Path file = folder.resolve(name(result));
        Path beside = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            try {
                Files.writeString(beside, RecordTree.document(result).toPrettyString() + "\n");
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return file;
        } catch (IOException e) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "cannot keep the result in " + folder + ": " + e.getMessage(),
                    "Make the folder writable, or name another with --folder.",
                    null,
                    e);
        }
    }

    /** Reads all of it. A file that is no result is told of and passed over: one bad file must not hide the others. */
    public Contents read() {
        List<KeptResult> results = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (Path file : files()) {
            try {
                results.add(new KeptResult(file, LoadResultReader.read(file)));
            } catch (AgentctlException unreadable) {
                passedOver.add(unreadable.getMessage());
            }
        }
        results.sort(Comparator.comparing(kept -> kept.result().started()));
        return new Contents(results, passedOver);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AgentctlException(ErrorCode.FAILED, "cannot list " + folder + ": " + e.getMessage(), "", null, e);
        }
    }

    private static String name(LoadResult result) {
        String time = result.started().toString().replace(':', '-');
        String scenario = result.scenario()
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String digest = result.scenario().digest().replaceAll("^sha256:|[^A-Za-z0-9]", "");
        return time + "-" + scenario.substring(0, Math.min(MOST_OF_NAME, scenario.length())) + "-"
                + digest.substring(0, Math.min(DIGITS_OF_DIGEST, digest.length())) + ".json";
    }
}
