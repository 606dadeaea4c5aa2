package io.agentctl.control.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * This process's class path, made fit for an AOT cache: the JVM makes none where a class path has folders, so what is
 * in these goes into one jar. So does what is in jars whose manifests name further jars, as those of programs do: what
 * they name is on this class path already. Jars whose manifests name folders (DynamoDB Local's does; only this process
 * starts it) are left out. Jar and cache are of this process, which deletes them at its end.
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
            Packing packing = new Packing();
            List<String> entries = new ArrayList<>(List.of(jar.toString()));
            String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            for (String entry : all.split(File.pathSeparator, -1)) {
                Path place = Path.of(entry);
                if (Files.isDirectory(place)) {
                    packing.folder(place);
                } else if (entry.endsWith(".jar") && Files.exists(place)) {
                    List<String> named = named(place);
                    if (named.isEmpty()) {
                        entries.add(entry);
                    } else if (named.stream().allMatch(one -> one.endsWith(".jar"))) {
                        packing.jar(place);
                    }
                }
            }
            packing.write(jar);
            return new ChildClassPath(String.join(File.pathSeparator, entries), cache);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What a jar's manifest puts on the class path besides it. */
    private static List<String> named(Path jar) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            String named = opened.getManifest() == null
                    ? null
                    : opened.getManifest().getMainAttributes().getValue("Class-Path");
            return named == null ? List.of() : List.of(named.split(" "));
        }
    }

    /** The files of one jar, the first of each name. */
    private static final class Packing {

        private final SequencedMap<String, Source> files = new LinkedHashMap<>();

        /** Where the bytes of a file come from. */
        private interface Source {
            void copy(OutputStream out) throws IOException;
        }

        void folder(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .forEach(one -> files.putIfAbsent(
                                folder.relativize(one).toString().replace(File.separatorChar, '/'),
                                out -> Files.copy(one, out)));
            }
        }

        void jar(Path jar) throws IOException {
            try (JarFile opened = new JarFile(jar.toFile())) {
                for (JarEntry entry : Collections.list(opened.entries())) {
                    if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        byte[] bytes = opened.getInputStream(entry).readAllBytes();
                        files.putIfAbsent(entry.getName(), out -> out.write(bytes));
                    }
                }
            }
        }

        void write(Path jar) throws IOException {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
                out.setLevel(0);
                for (Map.Entry<String, Source> file : files.entrySet()) {
                    out.putNextEntry(new ZipEntry(file.getKey()));
                    file.getValue().copy(out);
                }
            }
        }
    }
}
