package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredJarTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:06Z");

    @TempDir
    Path folder;

    @Test
    void theSameContentsInAnyOrderAndOfAnyTimeAreTheSameJar() throws IOException {
        StoredJar.copy(jar("one.jar", 1, "b", "META-INF/MANIFEST.MF", "a"), folder.resolve("one"), TIME);
        StoredJar.copy(jar("two.jar", 2, "a", "b", "META-INF/MANIFEST.MF"), folder.resolve("two"), TIME);

        assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("two"));
        try (ZipFile copy = new ZipFile(folder.resolve("one").toFile())) {
            assertThat(copy.stream().map(ZipEntry::getName).toList())
                    .isEqualTo(List.of("META-INF/MANIFEST.MF", "a", "b"));
            assertThat(copy.getEntry("a").getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(copy.getInputStream(copy.getEntry("a")).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("content of a");
        }
    }

    @Test
    void whichJavaRanMavenIsForgotten() throws IOException {
        Path jar = folder.resolve("own.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write("Build-Jdk-Spec: 25\r\nBuild-Tool-Jdk-Spec: 17\r\nMain-Class: a.B\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
        }

        StoredJar.copy(jar, folder.resolve("copy"), TIME);

        try (ZipFile copy = new ZipFile(folder.resolve("copy").toFile())) {
            assertThat(copy.getInputStream(copy.getEntry("META-INF/MANIFEST.MF"))
                            .readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("Build-Jdk-Spec: 25\r\nMain-Class: a.B\r\n\r\n");
        }
    }

    private Path jar(String name, long time, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                ZipEntry made = new ZipEntry(entry);
                made.setTime(time);
                out.putNextEntry(made);
                out.write(("content of " + entry).getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
