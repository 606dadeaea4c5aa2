package io.agentctl.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes tars (POSIX.1-1988, ustar) that are functions of names, contents, executable bits and times: names are sorted,
 * all belongs to root, modes are 755 or 644.
 */
final class Tar {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final int CHECKSUM = 148;

    private static final char FILE = '0';
    private static final char LINK = '2';
    private static final char FOLDER = '5';

    private final OutputStream out;

    Tar(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a folder and all in it, under a name.
     *
     * @param name what the folder is called in the tar, such as {@code ./usr}
     */
    void addTree(Path folder, String name) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(paths::add);
        }
        // By their text: a Path's own order is the file system's.
        paths.sort((one, other) -> name(folder, one).compareTo(name(folder, other)));
        for (Path path : paths) {
            String below = name(folder, path);
            add(path, below.isEmpty() ? name : name + "/" + below);
        }
    }

    /** Writes a folder that is in no file system. */
    void addFolder(String name, Instant time, int mode) throws IOException {
        out.write(header(name + "/", FOLDER, 0, time.getEpochSecond(), mode, ""));
    }

    /** Writes the end. */
    void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /** Writes a file, a link or a folder, without what is in it. */
    void add(Path path, String name) throws IOException {
        long time = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .getEpochSecond();
        if (Files.isSymbolicLink(path)) {
            out.write(header(
                    name, LINK, 0, time, 0777, Files.readSymbolicLink(path).toString()));
        } else if (Files.isDirectory(path)) {
            out.write(header(name + "/", FOLDER, 0, time, 0755, ""));
        } else {
            long size = Files.size(path);
            out.write(header(name, FILE, size, time, Files.isExecutable(path) ? 0755 : 0644, ""));
            Files.copy(path, out);
            out.write(new byte[(int) (-size & BLOCK - 1)]);
        }
    }

    private static byte[] header(String name, char type, long size, long time, int mode, String target) {
        byte[] header = new byte[BLOCK];
        int split =
                name.getBytes(StandardCharsets.UTF_8).length <= NAME ? -1 : name.indexOf('/', name.length() - NAME - 1);
        text(header, 0, NAME, name.substring(split + 1));
        text(header, 345, PREFIX, split < 0 ? "" : name.substring(0, split));
        octal(header, 100, 8, mode);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, size);
        octal(header, 136, 12, time);
        header[156] = (byte) type;
        text(header, 157, NAME, target);
        text(header, 257, 6, "ustar");
        text(header, 263, 2, "00");
        text(header, 265, 32, "root");
        text(header, 297, 32, "root");
        text(header, CHECKSUM, 8, " ".repeat(8));
        int sum = 0;
        for (byte octet : header) {
            sum += octet & 0xff;
        }
        octal(header, CHECKSUM, 7, sum);
        return header;
    }

    private static void text(byte[] header, int at, int most, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length > most) {
            throw new IllegalArgumentException(text + " is too long for a tar");
        }
        System.arraycopy(octets, 0, header, at, octets.length);
    }

    private static void octal(byte[] header, int at, int width, long number) {
        text(header, at, width, ("%0" + (width - 1) + "o").formatted(number));
    }
}
