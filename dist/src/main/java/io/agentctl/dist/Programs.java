package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs' jars beside each other, and the libraries of all of them once, in {@code lib/}: each jar's manifest
 * names its own.
 */
record Programs(Sources sources, Path folder) {

    /** Its licence forbids to pass it on; whoever starts the sandbox fetches it. */
    private static final String NOT_OURS = "DynamoDBLocal-";

    /** Lambda takes one jar with everything in it; here its libraries are there already. */
    private static final String THIN = "governance-function/target/original-agentctl-governance-function.jar";

    /** Collects them. */
    void collect() throws IOException {
        Path libraries = Files.createDirectories(folder.resolve("lib"));
        // The CLI comes last: two of its libraries are rewritten to start faster, and answer the same to all.
        for (String module : Sources.PROGRAMS.reversed()) {
            Path target = sources.root().resolve(module).resolve("target");
            for (Path library : jars(target.resolve("lib"))) {
                if (!library.getFileName().toString().startsWith(NOT_OURS)) {
                    StoredJar.copy(library, libraries.resolve(library.getFileName()), sources.time());
                }
            }
            Path jar = target.resolve("agentctl-" + module + ".jar");
            Path thin = sources.root().resolve(THIN);
            StoredJar.copy(
                    jar.resolveSibling(thin.getFileName()).equals(thin) ? thin : jar,
                    folder.resolve(jar.getFileName()),
                    sources.time());
            Path options = target.resolve("agentctl-" + module + ".options");
            if (Files.exists(options)) {
                Files.copy(options, folder.resolve(options.getFileName()));
            }
        }
        Files.copy(sources.root().resolve("cli/src/main/sh/start.sh"), folder.resolve("start.sh"));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
