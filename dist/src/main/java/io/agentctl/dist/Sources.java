package io.agentctl.dist;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What is built from, and what it is called.
 *
 * @param root of the checkout, with all modules built
 * @param version of the product
 * @param time that all files get
 */
record Sources(Path root, String version, Instant time) {

    /** The programs of an archive, by the modules that they are built from. */
    static final List<String> PROGRAMS =
            List.of("cli", "sandbox", "runtime-service", "control-plane-service", "governance-function");

    /** Where everything that is made here goes. */
    Path target() {
        return root.resolve("dist/target");
    }

    /** The folder in the archive. */
    String name() {
        return "agentctl-" + version;
    }

    /** The name of the archive without its suffix, such as {@code agentctl-1.0.0-linux-x86_64}. */
    String nameForSystem() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "macos" : "linux";
        String processor =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "aarch64";
                    case String other -> other;
                };
        return name() + "-" + system + "-" + processor;
    }
}
