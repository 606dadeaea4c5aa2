package io.agentctl.dist;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** The Java runtime of an archive, linked from the JDK that runs this. */
final class JavaRuntime {

    /**
     * What {@code jdeps --print-module-deps} finds in the programs and their libraries, but for java.desktop: Jackson
     * and SnakeYAML read the annotations and bean descriptions of java.beans where it is there, and do without
     * elsewhere; it would be 15 MB. Besides: jdk.charsets for terminals that speak none of the usual ones, jdk.jcmd to
     * ask a service what its threads and its heap do.
     */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.security.jgss",
            "java.sql",
            "jdk.charsets",
            "jdk.httpserver",
            "jdk.jcmd",
            "jdk.management",
            "jdk.unsupported");

    private JavaRuntime() {}

    /** Links it. Uncompressed it starts faster, and an archive of it is smaller: everything is compressed once. */
    static void link(Path into) throws IOException {
        StringWriter said = new StringWriter();
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IOException("the JDK at " + System.getProperty("java.home") + " has no jlink"));
        PrintWriter writer = new PrintWriter(said);
        int code = jlink.run(
                writer,
                writer,
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-0",
                "--output",
                into.toString());
        if (code != 0) {
            throw new IOException("jlink fails: " + said);
        }
    }
}
