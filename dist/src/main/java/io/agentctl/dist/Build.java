package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Where the build of what users install begins; Maven calls it with {@code -Pdist}. */
public final class Build {

    private Build() {}

    /**
     * Builds.
     *
     * @param arguments the checkout's root, the product's version, the time of all files, and what to make:
     *     {@code folder} for the archive's folder alone, {@code archive} for that and the package, or {@code all}
     */
    public static void main(String[] arguments) throws IOException {
        Sources sources = new Sources(
                Path.of(arguments[0]).toAbsolutePath().normalize(), arguments[1], Instant.parse(arguments[2]));
        Archive archive = new Archive(sources);
        archive.assemble();
        if (!arguments[3].equals("folder")) {
            archive.pack();
            new DebianPackage(sources, archive.folder()).build();
            if (arguments[3].equals("all")) {
                new Images(sources, archive.folder()).build();
            }
            Sums.write(sources.target());
        }
    }
}
