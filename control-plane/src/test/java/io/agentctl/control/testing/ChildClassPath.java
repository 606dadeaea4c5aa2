package io.agentctl.control.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * This process's class path, made fit for an AOT cache: the JVM makes none where a class path has folders, so what is
 * in these goes into one jar, and jars whose manifests name folders (DynamoDB Local's does; only this process starts
 * it) are left out. Jar and cache are of this process, which deletes them at its end.
 */
final class ChildClassPath {

    private final String text;
    private final Path cache;

    private ChildClassPath(String text, Path cache) {
        this.text = text;
        this.cache = cache;
    }

    private static final class Once {
        private static final ChildClassPath MADE = make();
    }

    /** Made at its first use. */
    static ChildClassPath ofThisProcess() {
        return Once.MADE;
    }

    /** As {@code -cp} takes it. */
    String text() {
        return text;
    }

    /** Flags that use the cache if there is one. */
    List<String> useCache() {
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    /** Flags that use the cache, or make it when the process exits. */
    List<String> makeOrUseCache() {
        return Files.exists(cache) ? useCache() : List.of("-XX:AOTCacheOutput=" + cache);
    }

    private static ChildClassPath make() {
        try {
            Path folder = Files.createTempDirectory("child-classes");
            Path jar = folder.resolve("classes.jar");
            Path cache = folder.resolve("child.aot");
            // In reverse order: files are deleted from the last that is named to the first.
            for (Path path : List.of(folder, jar, cache)) {
                path.toFile().deleteOnExit();
            }
            List<Path> folders = new ArrayList<>();
            List<String> entries = new ArrayList<>(List.of(jar.toString()));
            String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            for (String entry : all.split(File.pathSeparator, -1)) {
                if (Files.isDirectory(Path.of(entry))) {
                    folders.add(Path.of(entry));
                } else if (entry.endsWith(".jar") && !namesFolders(Path.of(entry))) {
                    entries.add(entry);
                }
            }
            pack(folders, jar);
            return new ChildClassPath(String.join(File.pathSeparator, entries), cache);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static boolean namesFolders(Path jar) throws IOException {
        if (!Files.exists(jar)) {
            return false;
        }
        try (JarFile opened = new JarFile(jar.toFile())) {
            String named = opened.getManifest() == null
                    ? null
                    : opened.getManifest().getMainAttributes().getValue("Class-Path");
            return named != null && Stream.of(named.split(" ")).anyMatch(one -> !one.endsWith(".jar"));
        }
    }

    private static void pack(List<Path> folders, Path jar) throws IOException {
        Set<String> packed = new HashSet<>();
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setLevel(0);
            for (Path folder : folders) {
                List<Path> files;
                try (Stream<Path> all = Files.walk(folder)) {
                    files = all.filter(Files::isRegularFile).toList();
                }
                for (Path one : files) {
                    String name = folder.relativize(one).toString().replace(File.separatorChar, '/');
                    if (packed.add(name)) {
                        out.putNextEntry(new ZipEntry(name));
                        Files.copy(one, out);
                    }
                }
            }
        }
    }
}
