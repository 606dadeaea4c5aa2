package io.agentctl.cli.completion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names as they were when a shell last asked, in files that only their owner reads: a folder for each place, a file for
 * each kind. Where nothing can be written nothing is remembered, and nothing else is wrong.
 *
 * @param folder of the place
 */
record NameFiles(Path folder) {

    /** Places that nobody asked about for so long are forgotten. */
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    /**
     * What is remembered.
     *
     * @param at when it was asked for
     */
    record Held(List<String> names, Instant at) {
        Held {
            names = List.copyOf(names);
        }
    }

    Optional<Held> read(NameKind kind) {
        try {
            Path file = file(kind);
            return Optional.of(new Held(
                    Files.readAllLines(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Remembers, whole or not at all. */
    void write(NameKind kind, Held held) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path whole = Files.createTempFile(folder, "names", ".new");
            Files.writeString(whole, String.join("\n", held.names()), StandardCharsets.UTF_8);
            Files.setLastModifiedTime(whole, FileTime.from(held.at()));
            Files.move(whole, file(kind), StandardCopyOption.ATOMIC_MOVE);
            forgetOthers(held.at().minus(FORGOTTEN));
        } catch (IOException | UnsupportedOperationException unwritable) {
            return;
        }
    }

    private void forgetOthers(Instant before) throws IOException {
        try (DirectoryStream<Path> places = Files.newDirectoryStream(folder.getParent(), Files::isDirectory)) {
            for (Path place : places) {
                if (Files.getLastModifiedTime(place).toInstant().isBefore(before)) {
                    forget(place);
                }
            }
        }
    }

    private static void forget(Path place) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(place);
    }

    private Path file(NameKind kind) {
        return folder.resolve(kind.name().toLowerCase(Locale.ROOT));
    }
}
