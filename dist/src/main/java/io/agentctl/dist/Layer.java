package io.agentctl.dist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;

/**
 * A layer of an image: a tar, compressed. Files keep their times, for the JVM takes its caches by them.
 *
 * @param what it has, for people
 * @param digest SHA-256 of the file, which is called by it
 * @param content SHA-256 of the tar, which images know layers by once they are unpacked
 * @param size of the file, bytes
 */
record Layer(String what, String digest, String content, long size) {

    /** Anybody may write there, and remove what is their own. */
    private static final int OPEN = 01777;

    private static final int BUFFER = 1 << 20;

    /**
     * Writes one into a folder of blobs.
     *
     * @param files files and folders by their names in the image, each folder before what is in it
     */
    static Layer write(String what, SortedMap<String, Path> files, Path blobs) throws IOException {
        return write(what, blobs, tar -> {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                tar.add(file.getValue(), file.getKey());
            }
        });
    }

    /** Writes one with nothing but folders that anybody may write to. */
    static Layer open(String what, String folder, Instant time, Path blobs) throws IOException {
        return write(what, blobs, tar -> tar.addFolder(folder, time, OPEN));
    }

    private static Layer write(String what, Path blobs, Contents contents) throws IOException {
        MessageDigest digest = Sums.sha256();
        MessageDigest content = Sums.sha256();
        Path file = blobs.resolve("new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                OutputStream packed = new GZIPOutputStream(new DigestOutputStream(out, digest), BUFFER);
                OutputStream plain = new DigestOutputStream(packed, content)) {
            Tar tar = new Tar(plain);
            contents.addTo(tar);
            tar.finish();
        }
        Layer layer = new Layer(what, hex(digest), hex(content), Files.size(file));
        Files.move(file, blobs.resolve(layer.digest()), StandardCopyOption.REPLACE_EXISTING);
        return layer;
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What goes into a tar. */
    private interface Contents {
        void addTo(Tar tar) throws IOException;
    }
}
