package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of files, removed, copied and dated. */
final class Folders {

    private Folders() {}

    /** All under a folder, itself first. */
    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.toList();
        }
    }

    /** Removes a folder, if it is there. */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path :
                    all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Copies a folder into one that is there or not, links as what they lead to. */
    static void copy(Path from, Path to) throws IOException {
        for (Path path : all(from)) {
            Path copy = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Gives all under a folder one time. */
    static void date(Path folder, Instant time) throws IOException {
        FileTime when = FileTime.from(time);
        for (Path path : all(folder)) {
            // Files.setLastModifiedTime would follow links.
            Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(when, null, null);
        }
    }
}
