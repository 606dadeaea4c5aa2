package io.agentctl.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 sums as {@code sha256sum --check} reads them. */
final class Sums {

    private static final String FILE = "SHA256SUMS";
    private static final List<String> RELEASED = List.of(".tar.xz", ".deb", ".oci.tar");

    private static final String SHA_256 = "SHA-256";

    private Sums() {}

    /** Writes those of everything in a folder that users download. */
    static void write(Path folder) throws IOException {
        StringBuilder sums = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (RELEASED.stream().anyMatch(file.toString()::endsWith)) {
                    sums.append(of(file))
                            .append("  ")
                            .append(file.getFileName())
                            .append('\n');
                }
            }
        }
        Files.writeString(folder.resolve(FILE), sums);
    }

    /** The sum of one file. */
    static String of(Path file) throws IOException {
        return of(file, SHA_256);
    }

    /**
     * A sum of one file.
     *
     * @param algorithm by its standard name; every Java has {@code MD5} and {@code SHA-256}
     */
    static String of(Path file, String algorithm) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, digest(algorithm))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
    }

    /** What sums them. */
    static MessageDigest sha256() {
        return digest(SHA_256);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + algorithm, impossible);
        }
    }
}
