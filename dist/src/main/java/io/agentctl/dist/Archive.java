package io.agentctl.dist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The archive that users unpack: a folder with the programs, a Java runtime, and what belongs to them. */
record Archive(Sources sources) {

    /**
     * The launcher takes no cache that is not newer than the program: one of another build would be of other classes.
     */
    private static final Duration AFTER_THE_JARS = Duration.ofSeconds(2);

    private static final int FAST = 1;
    private static final int WINDOW = 32 << 20;

    /** The folder that is packed. */
    Path folder() {
        return sources.target().resolve(sources.name());
    }

    /** The file. */
    Path file() {
        return sources.target().resolve(sources.nameForSystem() + ".tar.xz");
    }

    /** Puts the folder together, but for the caches: what class lists are recorded with. */
    void assemble() throws IOException {
        Folders.remove(folder());
        Files.createDirectories(folder());
        Files.createDirectories(folder().resolve("bin"));
        Path dist = sources.root().resolve("dist");
        Files.copy(dist.resolve("archive/agentctl"), folder().resolve("bin/agentctl"));
        Files.copy(dist.resolve("archive/README.md"), folder().resolve("README.md"));
        Files.copy(sources.root().resolve("LICENSE"), folder().resolve("LICENSE"));
        JavaRuntime.link(folder().resolve("runtime"));
        new Programs(sources, folder().resolve("programs")).collect();
        new Share(sources, folder()).collect();
        Inventory.of(sources, folder().resolve("programs")).write(folder());
        Folders.date(folder(), sources.time());
    }

    /** Makes the caches and packs it all. */
    void pack() throws IOException {
        new Caches(folder(), sources.root().resolve("dist/archive/classes")).make();
        Folders.date(folder(), sources.time());
        for (Path path : Folders.all(folder().resolve("programs"))) {
            if (path.toString().endsWith(".aot")) {
                Files.setLastModifiedTime(path, FileTime.from(sources.time().plus(AFTER_THE_JARS)));
            }
        }
        try (OutputStream out = compressed(file())) {
            Tar tar = new Tar(out);
            tar.addTree(folder(), sources.name());
            tar.finish();
        }
    }

    /**
     * A file that is compressed by xz: the fast preset, but with a window that sees all classes of a library, beats its
     * own slow ones here and is a fifth smaller than what gzip makes.
     */
    static OutputStream compressed(Path file) throws IOException {
        LZMA2Options options = new LZMA2Options(FAST);
        options.setDictSize(WINDOW);
        return new XZOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20), options);
    }
}
