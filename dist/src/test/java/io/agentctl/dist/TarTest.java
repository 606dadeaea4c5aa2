package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {

    private static final int BLOCK = 512;

    @TempDir
    Path folder;

    @Test
    void sortsAndForgetsWhoOwnsWhatAndWhoMayWrite() throws IOException {
        Files.writeString(folder.resolve("b"), "text");
        Files.createDirectory(folder.resolve("a"));
        Path script = Files.writeString(folder.resolve("a/script"), "");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));

        assertThat(headers(tar()))
                .containsExactly("p/ 0000755 root", "p/a/ 0000755 root", "p/a/script 0000755 root", "p/b 0000644 root");
    }

    @Test
    void theSameFilesAreTheSameBytes() throws IOException {
        Files.writeString(folder.resolve("one"), "1");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("one"));
        byte[] before = tar();
        Files.delete(folder.resolve("one"));
        Files.writeString(folder.resolve("one"), "1");

        assertThat(tar()).isEqualTo(before);
    }

    @Test
    void splitsLongNamesAsTarsDo() throws IOException {
        String deep = "d".repeat(60) + "/" + "e".repeat(60);
        Files.createDirectories(folder.resolve(deep));
        Files.writeString(folder.resolve(deep).resolve("f"), "");

        byte[] last = header(tar(), 3);

        assertThat(text(last, 0, 100)).isEqualTo("e".repeat(60) + "/f");
        assertThat(text(last, 345, 155)).isEqualTo("p/" + "d".repeat(60));
    }

    private byte[] tar() throws IOException {
        Folders.date(folder, Instant.EPOCH);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Tar tar = new Tar(out);
        tar.addTree(folder, "p");
        tar.finish();
        return out.toByteArray();
    }

    private static List<String> headers(byte[] tar) {
        List<String> headers = new ArrayList<>();
        for (int at = 0; tar[at] != 0; ) {
            byte[] header = Arrays.copyOfRange(tar, at, at + BLOCK);
            headers.add(text(header, 0, 100) + " " + text(header, 100, 8) + " " + text(header, 265, 32));
            int size = Integer.parseInt(text(header, 124, 12), 8);
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return headers;
    }

    private static byte[] header(byte[] tar, int index) {
        return Arrays.copyOfRange(tar, index * BLOCK, (index + 1) * BLOCK);
    }

    private static String text(byte[] octets, int at, int most) {
        return new String(octets, at, most, StandardCharsets.UTF_8).replaceAll("\0.*", "");
    }
}
