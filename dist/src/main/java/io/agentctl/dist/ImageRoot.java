package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The root of images: of Debian what a Java runtime links with, and what says so to scanners; whom it runs as, and how
 * names are looked up. No shell, no package manager. Certificates and time zones are the Java runtime's own.
 *
 * @param given files that are ours, laid out as in the root
 * @param scratch a folder to work in
 */
record ImageRoot(DebianPackages packages, Path given, Path scratch) {

    /** Of all packages, what is kept. */
    private static final List<PathMatcher> KEPT =
            List.of("{lib64,lib}/**/*.so*", "lib64/*.so*", "usr/lib/os-release", "usr/share/doc/*/copyright").stream()
                    .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                    .toList();

    /** Debian's own libraries for finding faults, and a second mathematical one; nothing links with them. */
    private static final PathMatcher LEFT_OUT = FileSystems.getDefault()
            .getPathMatcher("glob:**/{gconv/**,libmvec*,libmemusage*,libpcprofile*,libc_malloc_debug*,libthread_db*}");

    /** Collects its files and folders, by their names in the image. */
    SortedMap<String, Path> collect() throws IOException {
        Folders.remove(scratch);
        Path root = Files.createDirectories(scratch.resolve("root"));
        for (DebianPackages.Wanted wanted : packages.wanted()) {
            Path file = packages.file(wanted);
            Path unpacked = scratch.resolve(wanted.name());
            Commands.run(scratch, List.of("dpkg-deb", "--extract", file.toString(), unpacked.toString()));
            keep(unpacked, root);
            Path status = root.resolve("var/lib/dpkg/status.d").resolve(wanted.name());
            Files.createDirectories(status.getParent());
            Files.writeString(status, Commands.output(scratch, List.of("dpkg-deb", "--field", file.toString())));
        }
        Folders.copy(given, root);
        Files.createSymbolicLink(root.resolve("etc/os-release"), Path.of("../usr/lib/os-release"));
        return names(root);
    }

    private static void keep(Path unpacked, Path root) throws IOException {
        for (Path path : Folders.all(unpacked)) {
            Path name = unpacked.relativize(path);
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    && KEPT.stream().anyMatch(kept -> kept.matches(name))
                    && !LEFT_OUT.matches(name)) {
                Files.createDirectories(root.resolve(name).getParent());
                Files.copy(path, root.resolve(name), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** All under a folder by its name there, but for the folder itself. */
    static SortedMap<String, Path> names(Path folder) throws IOException {
        SortedMap<String, Path> names = new TreeMap<>();
        for (Path path : Folders.all(folder)) {
            if (!path.equals(folder)) {
                names.put(folder.relativize(path).toString(), path);
            }
        }
        return names;
    }
}
