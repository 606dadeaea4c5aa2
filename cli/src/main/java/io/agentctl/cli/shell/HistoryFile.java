package io.agentctl.cli.shell;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Past lines, in a file that only its owner reads, the oldest first, each as soon as it was typed: what ends a session
 * loses none. Several sessions may write at once. Without a place to write there is no history, and nothing else is
 * wrong.
 *
 * @param file where
 */
record HistoryFile(Path file) {

    /** How many lines are offered again. */
    static final int MOST = 2_000;

    private static final Duration MOST_WAIT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** The latest lines, and forgets older ones where they have become twice as many. */
    List<String> read() {
        try {
            // Control characters may have come in by an editor; what is not UTF-8 is replaced.
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            List<String> latest = lines.subList(Math.max(0, lines.size() - MOST), lines.size());
            if (lines.size() > 2 * MOST) {
                rewrite(latest);
            }
            return latest.stream().map(HistoryFile::decoded).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /**
     * Adds a line.
     *
     * @return false if it could not be written
     */
    boolean add(String line) {
        try (FileChannel channel = open()) {
            FileLock lock = locked(channel);
            try {
                write(channel, encoded(line) + "\n");
                return true;
            } finally {
                lock.release();
            }
        } catch (IOException unwritable) {
            return false;
        }
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(file.getParent());
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileChannel channel = posix
                ? FileChannel.open(file, Set.of(CREATE, WRITE, APPEND), OWNER_ALONE)
                : FileChannel.open(file, Set.of(CREATE, WRITE, APPEND));
        if (posix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return channel;
    }

    private void rewrite(List<String> lines) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
            FileLock lock = locked(channel);
            try {
                channel.truncate(0);
                write(channel, String.join("\n", lines) + "\n");
            } finally {
                lock.release();
            }
        }
    }

    /** Other processes are waited for by the lock itself, other sessions of this one are not. */
    private static FileLock locked(FileChannel channel) throws IOException {
        long until = System.nanoTime() + MOST_WAIT.toNanos();
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException heldHere) {
                if (System.nanoTime() > until) {
                    throw new IOException("somebody else keeps the history locked", heldHere);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** A line of several is one in the file. */
    static String encoded(String line) {
        return line.replace("\\", "\\\\").replace("\n", "\\n");
    }

    static String decoded(String line) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '\\' && at + 1 < line.length()) {
                at++;
                text.append(line.charAt(at) == 'n' ? '\n' : line.charAt(at));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }
}
