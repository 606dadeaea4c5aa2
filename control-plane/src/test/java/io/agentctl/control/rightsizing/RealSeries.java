package io.agentctl.control.rightsizing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The measured series beside the repository, read through the reader of users' files.
 *
 * @param name of the file, without ending
 * @param usage CPU and, where the file has it, memory
 */
record RealSeries(String name, CsvUsage usage) {

    /** Where the series are, from the repository's root and from a module. */
    private static final List<Path> FOLDERS = List.of(Path.of("../../shared/data"), Path.of("../shared/data"));

    static boolean available() {
        return FOLDERS.stream().anyMatch(Files::isDirectory);
    }

    /** The CPU series of the bar: those of CloudWatch that are CPU, and the cluster. */
    static List<RealSeries> all() {
        Path folder = FOLDERS.stream().filter(Files::isDirectory).findFirst().orElseThrow();
        List<RealSeries> series = new ArrayList<>();
        for (Path file : csvFiles(folder.resolve("cloudwatch"))) {
            if (file.getFileName().toString().contains("cpu_utilization")) {
                series.add(read(file));
            }
        }
        csvFiles(folder.resolve("cluster")).forEach(file -> series.add(read(file)));
        return series;
    }

    private static RealSeries read(Path file) {
        String name = file.getFileName().toString().replace(".csv", "");
        return new RealSeries(
                name, UsageCsv.parse(name, text(file).replaceFirst("timestamp,value", "timestamp,cpu_percent")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> csvFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
