package io.agentctl.cli.process;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the product's programs are. An archive has them beside each other in {@code programs/}; in a source checkout
 * each is where its module was built.
 *
 * @param home where the archive was unpacked, or the root of the checkout
 */
public record Installation(Path home) {

    /** The script that starts this program. */
    public Path launcher() {
        return home.resolve(unpacked() ? "bin/agentctl" : "agentctl");
    }

    /** Whether it was unpacked from an archive, and not built here. */
    public boolean unpacked() {
        return Files.isDirectory(programs());
    }

    /**
     * The jar of a program, whether it is there or not.
     *
     * @param module the module that it is built from, such as {@code sandbox}
     */
    public Path jar(String module) {
        Path folder = unpacked() ? programs() : home.resolve(module).resolve("target");
        return folder.resolve("agentctl-" + module + ".jar");
    }

    /** The AOT cache that came with a program in an archive; no such file in a checkout. */
    public Path cache(String module) {
        return programs().resolve(module + ".aot");
    }

    /** The JVM that runs this program. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private Path programs() {
        return home.resolve("programs");
    }
}
