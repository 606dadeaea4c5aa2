package io.agentctl.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the program is started as a process, from what was compiled here. */
public final class ProgramWords {

    private ProgramWords() {}

    /**
     * The words of a command line.
     *
     * @param home where the program's own files are
     */
    public static List<String> of(Path home, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dagentctl.home=" + home,
                "-cp",
                classPath(),
                "io.agentctl.cli.Main"));
        words.addAll(List.of(arguments));
        return words;
    }

    /** Absolute, since the process may work in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
