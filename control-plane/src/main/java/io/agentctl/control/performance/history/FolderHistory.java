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
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of results, one file each, named by when they began and what they ran, so that a listing of the folder is in
 * order and the same result is kept once however often it is given.
 */
public final class FolderHistory implements ResultHistory {

    /** Beside the project file. */
    public static final Path FOLDER = Path.of(".agentctl", "performance");

    private final Path folder;

    public FolderHistory(Path folder) {
        this.folder = folder;
    }

    @Override
    public String place() {
        return folder.toString();
    }

    /** @throws AgentctlException FAILED if the folder cannot be written to */
    @Override
    public String keep(LoadResult result) {
        Path file = folder.resolve(ResultName.of(result) + ".json");
        Path beside = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
            try {
                Files.writeString(beside, RecordTree.document(result).toPrettyString() + "\n");
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return file.toString();
        } catch (IOException e) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "cannot keep the result in " + folder + ": " + e.getMessage(),
                    "Make the folder writable, or name another with --folder.",
                    null,
                    e);
        }
    }

    @Override
    public Contents read() {
        List<KeptResult> results = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (Path file : files()) {
            try {
                results.add(new KeptResult(file.getFileName().toString(), LoadResultReader.read(file)));
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
}
