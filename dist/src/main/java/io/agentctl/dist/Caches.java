package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the AOT caches of the programs of an archive. They are found valid wherever it is unpacked, as long as the
 * times of its files are kept: the JVM compares the size and the time of each jar.
 *
 * @param home the archive's folder; its runtime and jars must have the times that they will be unpacked with
 * @param lists folder with a list of names of classes for each cache
 */
record Caches(Path home, Path lists) {

    /** The same flags as at the start: the JVM takes no cache that was made under others. */
    private static final String CLI = ". programs/start.sh; exec runtime/bin/java $jvm_flags \"$@\"";

    private static final String SERVICE =
            "service=$1; shift; exec runtime/bin/java \"@programs/agentctl-$service.options\" \"$@\"";

    /** Makes them all, and leaves them in {@code programs/}. */
    void make() throws IOException {
        make("help", "cli", CLI, List.of("help"));
        make("commands", "cli", CLI, List.of("commands"));
        make("runtime-service", "runtime-service", SERVICE, List.of("service", "runtime-service"));
        make("control-plane-service", "control-plane-service", SERVICE, List.of("service", "control-plane-service"));
    }

    private void make(String cache, String program, String script, List<String> arguments) throws IOException {
        List<Path> jars = new ArrayList<>(List.of(jar(program)));
        try (Stream<Path> libraries = Files.list(home.resolve("programs/lib"))) {
            libraries.sorted().forEach(jars::add);
        }
        Path list = home.resolveSibling(cache + ".classlist");
        Files.write(
                list,
                new ClassList(home.resolve("runtime"), jars).of(Files.readAllLines(lists.resolve(cache + ".txt"))));
        Path into = home.resolve("programs").resolve(cache + ".aot");
        byte[] one = dump(program, script, arguments, list, into);
        Files.write(into, Settled.of(one, dump(program, script, arguments, list, into)));
    }

    private byte[] dump(String program, String script, List<String> arguments, Path list, Path into)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script));
        command.addAll(arguments);
        command.addAll(List.of(
                "-Xshare:dump",
                "-XX:+AOTClassLinking",
                "-XX:SharedClassListFile=" + list.toAbsolutePath(),
                "-XX:SharedArchiveFile=" + into.toAbsolutePath(),
                "-cp",
                home.relativize(jar(program)).toString()));
        Commands.run(home, command);
        byte[] octets = Files.readAllBytes(into);
        Files.delete(into);
        return octets;
    }

    private Path jar(String program) {
        return home.resolve("programs/agentctl-" + program + ".jar");
    }
}
