package io.agentctl.cli;

import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.GlobalOptions;
import io.agentctl.cli.screen.TypedTerminal;
import io.agentctl.cli.terminal.SignalInterrupts;
import io.agentctl.cli.terminal.StandardStream;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.terminal.Streams.Stream;
import io.agentctl.cli.wiring.Shared;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.cli.wiring.Witness;
import io.agentctl.control.aws.Rehearsal;
import io.agentctl.control.place.Clients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Runs a list of commands in one process, so that the JVM learns which classes they take. The JVM writes the cache when
 * the process ends; how the commands end does not matter, mistakes are among them.
 */
public final class AotTraining {

    /** Between a command and what is typed at it. */
    private static final String TYPED = "<-";

    private static final Stream WIDE = new Stream(OptionalInt.of(200), true, true);
    private static final Streams SCREEN = new Streams(true, WIDE, WIDE);

    private AotTraining() {}

    /**
     * Trains.
     *
     * @param arguments the file with a command a line; {@code #} starts a comment. After {@code <-} is what is typed at
     *     it, with Java's escapes (see {@link TypedTerminal})
     */
    public static void main(String[] arguments) throws IOException, IllegalAccessException {
        Application.quicken();
        // What the real start loads before it comes to the application: one class that is not in the cache opens a jar.
        MethodHandles.lookup().ensureInitialized(Main.class);
        MethodHandles.lookup().ensureInitialized(StandardStream.class);
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                run(line.strip().split(TYPED, 2));
            }
        }
    }

    private static void run(String[] commandAndKeys) {
        String[] words = commandAndKeys[0].strip().split("\\s+");
        if (commandAndKeys.length == 1) {
            Application.of(outside(Streams.NONE)).run(words);
            return;
        }
        TypedTerminal terminal = new TypedTerminal(commandAndKeys[1].strip().translateEscapes());
        Shared shared = new Shared(new Rehearsal(), new Clients(), terminal, begun -> {}, Witness.NOBODY);
        Application.of(outside(SCREEN), new GlobalOptions(Flags.NONE), shared, failure -> {})
                .run(words);
    }

    private static Surroundings outside(Streams streams) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TERM", "xterm-256color");
        return new Surroundings(
                environment,
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("agentctl.home", "")).toAbsolutePath(),
                streams,
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                new SignalInterrupts(new PrintWriter(Writer.nullWriter())));
    }
}
