package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the AOT caches of the programs of an archive. They are found valid wherever it is unpacked, as long as the
 * times of its files are kept: the JVM compares the size and the time of each jar.
 *
 * @param home the archive's folder; its runtime and jars must have the times that they will be unpacked with
 * @param lists folder with a list of names of classes for each cache
 */
record Caches(Path home, Path lists) {

    /** The same flags as at the start: the JVM takes no cache that was made under others. */
    private static final String CLI = ". programs/start.sh; hold_home .; shift;"
            + " exec runtime/bin/java $jvm_flags \"$@\" -cp \"$programs/agentctl-cli.jar\"";

    private static final String SERVICE = "service=$1; shift; exec runtime/bin/java"
            + " \"@programs/agentctl-$service.options\" \"$@\" -cp \"programs/agentctl-$service.jar\"";

    /** Makes them all, and leaves them in {@code programs/}. */
    void make() throws IOException {
        make("help", "cli", CLI);
        make("commands", "cli", CLI);
        make("runtime-service", "runtime-service", SERVICE);
        make("control-plane-service", "control-plane-service", SERVICE);
    }

    private void make(String cache, String program, String script) throws IOException {
        Path list = home.resolveSibling(cache + ".classlist");
        try (ClassFiles files = ClassFiles.of(home, program)) {
            Files.write(list, new ClassList(files).of(Files.readAllLines(lists.resolve(cache + ".txt"))));
        }
        Path into = home.resolve("programs").resolve(cache + ".aot");
        byte[] one = dump(program, script, list, into);
        Files.write(into, Settled.of(one, dump(program, script, list, into)));
    }

    private byte[] dump(String program, String script, Path list, Path into) throws IOException {
        Commands.run(
                home,
                List.of(
                        "/bin/sh",
                        "-c",
                        script,
                        "dump",
                        program,
                        "-Xshare:dump",
                        "-XX:+AOTClassLinking",
                        "-XX:SharedClassListFile=" + list.toAbsolutePath(),
                        "-XX:SharedArchiveFile=" + into.toAbsolutePath()));
        byte[] octets = Files.readAllBytes(into);
        Files.delete(into);
        return octets;
    }
}
