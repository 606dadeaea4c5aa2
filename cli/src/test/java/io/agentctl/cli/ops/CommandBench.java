package io.agentctl.cli.ops;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.Flags.ConsentFlags;
import io.agentctl.cli.option.Flags.OutputFlags;
import io.agentctl.cli.option.OutputFormat;
import io.agentctl.cli.terminal.Console;
import io.agentctl.cli.terminal.SignalInterrupts;
import io.agentctl.cli.terminal.Streams;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import picocli.CommandLine;

/** Runs one verb with given global options and answers, and keeps what it prints. */
final class CommandBench {

    private final StringWriter out = new StringWriter();
    private final StringWriter talk = new StringWriter();
    private boolean yes;
    private boolean dryRun;
    private boolean terminal;
    private String answers = "";
    private OutputFormat format = OutputFormat.TABLE;

    CommandBench yes() {
        yes = true;
        return this;
    }

    CommandBench dryRun() {
        dryRun = true;
        return this;
    }

    CommandBench json() {
        format = OutputFormat.JSON;
        return this;
    }

    /** Somebody sits at the terminal and types this. */
    CommandBench answering(String line) {
        terminal = true;
        answers = line + "\n";
        return this;
    }

    int run(Verb verb, String... arguments) {
        new CommandLine(verb).parseArgs(arguments);
        Flags flags = new Flags(
                Flags.NONE.target(),
                new OutputFlags(format, Optional.empty()),
                new ConsentFlags(yes, false, dryRun, false),
                Flags.NONE.waiting(),
                Flags.NONE.verbosity(),
                false);
        PrintWriter talkWriter = new PrintWriter(talk, true);
        PrintWriter outWriter = new PrintWriter(out, true);
        Console console = Console.open(
                flags,
                new Streams(terminal, Streams.NONE.results(), Streams.NONE.talk()),
                outWriter,
                talkWriter,
                new BufferedReader(new StringReader(answers)),
                new SignalInterrupts(talkWriter));
        int code = verb.call(console);
        outWriter.flush();
        return code;
    }

    /** What was printed to stdout. */
    String out() {
        return out.toString();
    }

    /** What was printed to stderr. */
    String talk() {
        return talk.toString();
    }
}
