package io.agentctl.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The archive's folder as a package for Debian and Ubuntu: all of it in {@code /usr/lib/agentctl}, links from where
 * programs, manual pages and completions are looked for. Written by itself (deb(5): an ar of two tars), since a package
 * that only {@code dpkg-deb} can make could only be made on Debian.
 */
record DebianPackage(Sources sources, Path folder) {

    private static final String HOME = "usr/lib/agentctl";
    private static final String MAINTAINER = "Maintainer: ";

    /** The file. */
    Path file() {
        return sources.target().resolve("agentctl_" + version() + "_" + architecture() + ".deb");
    }

    /** Builds it, of the archive's folder with its caches. */
    void build() throws IOException {
        Path root = sources.target().resolve("deb");
        Folders.remove(root);
        Path data = Files.createDirectories(root.resolve("data"));
        Path home = data.resolve(HOME);
        for (String part : List.of("bin", "programs", "runtime")) {
            Folders.copy(folder.resolve(part), home.resolve(part));
        }
        Path documents = Files.createDirectories(data.resolve("usr/share/doc/agentctl"));
        Files.copy(sources.root().resolve("dist/deb/copyright"), documents.resolve("copyright"));
        for (String document : List.of("THIRD-PARTY.md", "sbom.json")) {
            Files.copy(folder.resolve(document), documents.resolve(document));
        }
        Folders.copy(folder.resolve("licenses"), documents.resolve("licenses"));
        changelog(documents.resolve("changelog.gz"));
        Path overrides = Files.createDirectories(data.resolve("usr/share/lintian/overrides"));
        Files.copy(sources.root().resolve("dist/deb/overrides"), overrides.resolve("agentctl"));
        Folders.copy(folder.resolve("share"), data.resolve("usr/share"));
        compressManual(data.resolve("usr/share/man/man1"));
        Files.createDirectories(data.resolve("usr/bin"));
        Files.createSymbolicLink(data.resolve("usr/bin/agentctl"), Path.of("../lib/agentctl/bin/agentctl"));
        Path control = Files.createDirectories(root.resolve("control"));
        Files.writeString(control.resolve("control"), control(data));
        Files.writeString(control.resolve("md5sums"), sums(data));
        dateButCaches(data, home);
        Folders.date(control, sources.time());
        try (OutputStream out = Files.newOutputStream(file())) {
            out.write("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
            member(out, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
            member(out, "control.tar.xz", tar(control, root.resolve("control.tar.xz")));
            member(out, "data.tar.xz", tar(data, root.resolve("data.tar.xz")));
        }
    }

    /** The caches are newer than the jars, in the archive's folder and so here. */
    private void dateButCaches(Path data, Path home) throws IOException {
        Folders.date(data, sources.time());
        for (Path path : Folders.all(home.resolve("programs"))) {
            if (path.toString().endsWith(".aot")) {
                Files.setLastModifiedTime(
                        path,
                        Files.getLastModifiedTime(
                                folder.resolve(home.relativize(path).toString())));
            }
        }
    }

    /** Debian's policy wants manual pages compressed. */
    private static void compressManual(Path folder) throws IOException {
        for (Path page : Folders.all(folder)) {
            if (Files.isRegularFile(page)) {
                Files.write(folder.resolve(page.getFileName() + ".gz"), Gzip.of(Files.readAllBytes(page)));
                Files.delete(page);
            }
        }
    }

    private void changelog(Path file) throws IOException {
        String maintainer = described()
                .lines()
                .filter(line -> line.startsWith(MAINTAINER))
                .findFirst()
                .orElseThrow()
                .substring(MAINTAINER.length());
        String text =
                """
                agentctl (%s) unstable; urgency=medium

                  * Built from its sources; what changed is in their history.

                 -- %s  %s
                """
                        .formatted(
                                version(),
                                maintainer,
                                DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                                        .format(sources.time().atOffset(ZoneOffset.UTC)));
        Files.write(file, Gzip.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String control(Path data) throws IOException {
        long size = 0;
        for (Path path : Folders.all(data)) {
            size += Files.isRegularFile(path) ? Files.size(path) : 0;
        }
        return described()
                .replace("@VERSION@", version())
                .replace("@ARCHITECTURE@", architecture())
                .replace("@SIZE@", Long.toString((size + 1023) / 1024));
    }

    private String described() throws IOException {
        return Files.readString(sources.root().resolve("dist/deb/control"));
    }

    private static String sums(Path data) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path path : Folders.all(data).stream().sorted().toList()) {
            if (Files.isRegularFile(path) && !Files.isSymbolicLink(path)) {
                sums.append(Sums.of(path, "MD5"))
                        .append("  ")
                        .append(data.relativize(path))
                        .append('\n');
            }
        }
        return sums.toString();
    }

    private static byte[] tar(Path folder, Path into) throws IOException {
        try (OutputStream out = Archive.compressed(into)) {
            Tar tar = new Tar(out);
            tar.addTree(folder, ".");
            tar.finish();
        }
        return Files.readAllBytes(into);
    }

    private void member(OutputStream out, String name, byte[] octets) throws IOException {
        out.write("%-16s%-12d%-6d%-6d%-8s%-10d`\n"
                .formatted(name, sources.time().getEpochSecond(), 0, 0, "100644", octets.length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(octets);
        if (octets.length % 2 != 0) {
            out.write('\n');
        }
    }

    /** A snapshot comes before the version that it leads to. */
    private String version() {
        return sources.version().replace("-SNAPSHOT", "~snapshot");
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }
}
