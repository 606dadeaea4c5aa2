package io.agentctl.dist;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says to the JVM's {@code -XX:SharedClassListFile} what goes into a cache, from names alone: each class, and of its
 * constant pool every entry that can be resolved ahead, calls of lambdas and concatenations among them. What a training
 * run would have recorded is another list each time, by which thread was first; this one is a function of the names and
 * the class files, and a cache made of it starts as fast. See docs/decisions/0032-reproducible-archive.md.
 *
 * @param runtime home of the Java runtime
 * @param jars the class path
 */
record ClassList(Path runtime, List<Path> jars) {

    /**
     * Makes the list.
     *
     * @param names internal names of classes; those that are not there, in another version of Java, are left out
     */
    List<String> of(List<String> names) throws IOException {
        List<String> classes = new ArrayList<>();
        List<String> pools = new ArrayList<>();
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        try (FileSystem modules =
                        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", runtime.toString()));
                URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            for (String name : names) {
                Optional<byte[]> octets = octets(modules, loader, name);
                if (octets.isPresent()) {
                    classes.add(name);
                    pool(octets.get()).ifPresent(indices -> pools.add("@cp " + name + indices));
                }
            }
        }
        classes.addAll(pools);
        return classes;
    }

    private static Optional<byte[]> octets(FileSystem modules, ClassLoader loader, String name) throws IOException {
        String file = name + ".class";
        int end = name.lastIndexOf('/');
        Path homes = modules.getPath(
                "/packages", end < 0 ? "none" : name.substring(0, end).replace('/', '.'));
        if (Files.exists(homes)) {
            try (Stream<Path> found = Files.list(homes)) {
                for (Path module : found.toList()) {
                    Path inModule =
                            modules.getPath("/modules", module.getFileName().toString(), file);
                    if (Files.exists(inModule)) {
                        return Optional.of(Files.readAllBytes(inModule));
                    }
                }
            }
        }
        try (InputStream in = loader.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    private static Optional<String> pool(byte[] octets) {
        ClassModel model = ClassFile.of().parse(octets);
        StringBuilder indices = new StringBuilder();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry || entry instanceof MemberRefEntry || entry instanceof InvokeDynamicEntry) {
                indices.append(' ').append(entry.index());
            }
        }
        return indices.isEmpty() ? Optional.empty() : Optional.of(indices.toString());
    }
}
