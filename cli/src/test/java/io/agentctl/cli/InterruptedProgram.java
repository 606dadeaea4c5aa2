package io.agentctl.cli;

import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.GlobalOptions;
import io.agentctl.cli.terminal.Console;
import io.agentctl.cli.terminal.SignalInterrupts;
import io.agentctl.cli.terminal.StandardStream;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Shared;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** A program to press Ctrl-C in: a change that stops after its step, one whose step does not end, and a read. */
public final class InterruptedProgram {

    private static final Duration LONG = Duration.ofMinutes(5);

    private InterruptedProgram() {}

    @Command
    private static final class Change implements Verb {
        @Override
        public int call(Console console) {
            Cancellation cancellation = console.progress().cancellation();
            console.say("working");
            cancellation.sleep(LONG);
            throw new AgentctlException(
                    ErrorCode.INTERRUPTED, "stopped after step 1 of 3", "Go on with 'agentctl ops resume'.");
        }
    }

    @Command
    private static final class Stubborn implements Verb {
        @Override
        public int call(Console console) {
            console.progress().cancellation();
            return sleep(console);
        }
    }

    @Command
    private static final class Read implements Verb {
        @Override
        public int call(Console console) {
            return sleep(console);
        }
    }

    private static int sleep(Console console) {
        console.say("working");
        Cancellation.never().sleep(LONG);
        return 0;
    }

    /** Runs one of the verbs. */
    public static void main(String[] arguments) {
        PrintWriter out = StandardStream.open(FileDescriptor.out).writer("UTF-8");
        PrintWriter talk = StandardStream.open(FileDescriptor.err).writer("UTF-8");
        Surroundings surroundings = new Surroundings(
                Map.of(),
                Path.of("").toAbsolutePath(),
                Path.of("").toAbsolutePath(),
                Streams.NONE,
                new BufferedReader(Reader.nullReader()),
                out,
                talk,
                new SignalInterrupts(talk));
        Noun root = new Noun(
                "agentctl",
                "",
                () -> List.of(
                        new Leaf("change", "Changes.", Change::new),
                        new Leaf("stubborn", "Goes on.", Stubborn::new),
                        new Leaf("read", "Reads.", Read::new)));
        Runtime.getRuntime()
                .halt(new Application(
                                surroundings, new GlobalOptions(Flags.NONE), root, Shared.ofOneCommand(), failed -> {})
                        .run(arguments));
    }
}
