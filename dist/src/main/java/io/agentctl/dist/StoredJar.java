package io.agentctl.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies of jars whose entries are sorted, of one time, and not compressed. Compressed once more with everything else,
 * an archive of them is a third smaller than one of compressed jars, and the JVM inflates nothing.
 */
final class StoredJar {

    private StoredJar() {}

    /** Copies a jar. */
    static void copy(Path from, Path to, Instant time) throws IOException {
        LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        try (ZipFile jar = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream stored = new ZipOutputStream(file)) {
            stored.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : sorted(jar)) {
                byte[] octets = jar.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    octets = ofAnyMaven(octets);
                }
                CRC32 check = new CRC32();
                check.update(octets);
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setSize(octets.length);
                copy.setCrc(check.getValue());
                copy.setTimeLocal(local);
                stored.putNextEntry(copy);
                stored.write(octets);
            }
        }
    }

    /** Without the version of the Java that ran Maven, which need not be the one that compiled. */
    private static byte[] ofAnyMaven(byte[] manifest) {
        String text = new String(manifest, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("(?m)^Build-Tool-Jdk-Spec: .*\\R", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The manifest is to come first. */
    private static List<? extends ZipEntry> sorted(ZipFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.<ZipEntry, Boolean>comparing(
                                entry -> !entry.getName().equals(JarFile.MANIFEST_NAME))
                        .thenComparing(ZipEntry::getName))
                .toList();
    }
}
