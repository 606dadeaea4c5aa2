package io.agentctl.cli;

import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.cli.shell.Program;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.control.aws.Rehearsal;
import io.agentctl.control.progress.Cancellation;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;

/** The program as sessions run it, for tests of sessions. */
public final class Programs {

    private Programs() {}

    /** In a folder and an environment. */
    public static Program in(Path folder, Map<String, String> environment) {
        return new SessionProgram(
                new Surroundings(
                        environment,
                        folder,
                        folder,
                        Streams.NONE,
                        new BufferedReader(Reader.nullReader()),
                        new PrintWriter(Writer.nullWriter()),
                        new PrintWriter(Writer.nullWriter()),
                        Cancellation::never),
                new Rehearsal(),
                TerminalSource::ofSystem);
    }
}
