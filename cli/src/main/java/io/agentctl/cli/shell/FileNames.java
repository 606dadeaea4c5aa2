package io.agentctl.cli.shell;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Files as completion offers them.
 *
 * @param directory the working directory
 */
record FileNames(Path directory) {

    private static final int MOST = 200;

    /** The files and folders that a beginning may become; nothing where the folder cannot be read. */
    List<Suggestion> from(String begun) {
        int slash = begun.lastIndexOf('/');
        String folder = begun.substring(0, slash + 1);
        String name = begun.substring(slash + 1);
        List<Suggestion> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(directory.resolve(folder), file -> fits(file, name))) {
            for (Path file : files) {
                boolean isFolder = Files.isDirectory(file);
                found.add(new Suggestion(folder + file.getFileName() + (isFolder ? "/" : ""), "", !isFolder));
                if (found.size() == MOST) {
                    break;
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            return List.of();
        }
        found.sort(Comparator.comparing(Suggestion::value));
        return found;
    }

    private static boolean fits(Path file, String begun) {
        String name = file.getFileName().toString();
        return name.startsWith(begun) && (!name.startsWith(".") || begun.startsWith("."));
    }
}
