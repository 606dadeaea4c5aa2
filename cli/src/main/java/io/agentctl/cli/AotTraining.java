package io.agentctl.cli;

import io.agentctl.cli.terminal.SignalInterrupts;
import io.agentctl.cli.terminal.StandardStream;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a list of commands in one process, so that the JVM learns which classes they take. The JVM writes the cache when
 * the process ends; how the commands end does not matter, mistakes are among them.
 */
public final class AotTraining {

    private AotTraining() {}

    /**
     * Trains.
     *
     * @param arguments the file with a command a line; {@code #} starts a comment
     */
    public static void main(String[] arguments) throws IOException, IllegalAccessException {
        Application.quicken();
        // What the real start loads before it comes to the application: one class that is not in the cache opens a jar.
        MethodHandles.lookup().ensureInitialized(Main.class);
        MethodHandles.lookup().ensureInitialized(StandardStream.class);
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Application.of(nowhere()).run(line.strip().split("\\s+"));
            }
        }
    }

    private static Surroundings nowhere() {
        return new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("agentctl.home", "")).toAbsolutePath(),
                Streams.NONE,
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                new SignalInterrupts(new PrintWriter(Writer.nullWriter())));
    }
}
