package io.agentctl.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Packages of Debian of exactly known contents, fetched by apt as the machine is set up, or put where they are looked
 * for by hand.
 *
 * @param list the SHA-256 and the file of each, as {@code sha256sum} prints them
 * @param folder where the files are
 */
record DebianPackages(Path list, Path folder) {

    /** One of them. */
    record Wanted(String sum, String file) {

        String name() {
            return file.substring(0, file.indexOf('_'));
        }

        /** As apt wants it; in names of files a colon is written as %3a. */
        String exactly() {
            String[] parts = file.split("_", -1);
            return parts[0] + "=" + parts[1].replace("%3a", ":");
        }
    }

    /** Those in the list, in its order. */
    List<Wanted> wanted() throws IOException {
        List<Wanted> wanted = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("  ", 2);
                wanted.add(new Wanted(parts[0], parts[1]));
            }
        }
        return wanted;
    }

    /**
     * A package's file, fetched if it is not there.
     *
     * @throws IOException if it cannot be fetched, or is another than the list says
     */
    Path file(Wanted wanted) throws IOException {
        Path file = Files.createDirectories(folder).resolve(wanted.file());
        if (!Files.exists(file)) {
            fetch(wanted, file);
        }
        String sum = Sums.of(file);
        if (!sum.equals(wanted.sum())) {
            throw new IOException("%s has the SHA-256 %s, and %s says %s: remove it, or name it there"
                    .formatted(file, sum, list, wanted.sum()));
        }
        return file;
    }

    private void fetch(Wanted wanted, Path file) throws IOException {
        try {
            Commands.run(folder, List.of("apt-get", "--quiet", "download", wanted.exactly()));
        } catch (IOException failure) {
            throw new IOException(
                    ("there is no %s, and apt cannot fetch it. Mirrors keep the newest version alone: get this one from"
                                    + " https://snapshot.debian.org/ and put it there, or write a newer one into %s;"
                                    + " -Ddist.make=archive makes no images")
                            .formatted(file, list),
                    failure);
        }
        if (!Files.exists(file)) {
            throw new IOException("apt has fetched another file than " + file);
        }
    }
}
