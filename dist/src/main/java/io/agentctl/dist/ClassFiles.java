package io.agentctl.dist;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ConstantPool;
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

/** The constant pools of what a program of an archive can load: from its Java runtime, or its jars. */
final class ClassFiles implements AutoCloseable {

    private final FileSystem modules;
    private final URLClassLoader jars;

    private ClassFiles(FileSystem modules, URLClassLoader jars) {
        this.modules = modules;
        this.jars = jars;
    }

    /**
     * Those of a program.
     *
     * @param home the archive's folder
     * @param program such as {@code cli}
     */
    static ClassFiles of(Path home, String program) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(home.resolve("programs/agentctl-" + program + ".jar").toUri().toURL());
        try (Stream<Path> libraries = Files.list(home.resolve("programs/lib"))) {
            for (Path library : libraries.sorted().toList()) {
                urls.add(library.toUri().toURL());
            }
        }
        return new ClassFiles(
                FileSystems.newFileSystem(
                        URI.create("jrt:/"),
                        Map.of("java.home", home.resolve("runtime").toString())),
                new URLClassLoader(urls.toArray(URL[]::new), null));
    }

    /** The pool of a class, if it is there. */
    Optional<ConstantPool> pool(String name) throws IOException {
        return octets(name).map(octets -> ClassFile.of().parse(octets).constantPool());
    }

    private Optional<byte[]> octets(String name) throws IOException {
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
        try (InputStream in = jars.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    @Override
    public void close() throws IOException {
        jars.close();
        modules.close();
    }
}
