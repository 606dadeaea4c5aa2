package io.agentctl.cli.shell;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.shell.Session.Parts;
import io.agentctl.cli.terminal.Console;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.control.settings.Folders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Command;

/** {@code shell}. */
@Command(
        footer = {
            "agentctl shell                       # where commands go as usual",
            "agentctl shell --context prod --read-only",
            "sandbox> ecs rightsize a<Tab>        # completes what is there",
            "sandbox> undo                        # puts back what was changed last",
            "echo 'ecs services' | agentctl shell # lines from a pipe",
        })
public final class Shell implements Verb {

    /** What is typed first in any session takes the ways of all that is typed later. */
    private static final List<String> WARMING =
            List.of("e", "ecs", "ecs r", "ecs rightsize", "ecs rightsize ", "ecs rightsize a --", "ops undo ");

    private final Program program;

    public Shell(Program program) {
        this.program = program;
    }

    @Override
    public int call(Console console) {
        SessionState state = new SessionState(Instant.now(), console.flags());
        Surroundings surroundings = program.surroundings();
        NameCache names =
                new NameCache(kind -> program.names(kind, state.usual().target()), System::nanoTime);
        Grammar grammar = new Grammar(program.root(), program::spec);
        HistoryFile history =
                new HistoryFile(Folders.state(surroundings.environment()).resolve("history"));
        Parts parts = new Parts(program, grammar, names, new Discretion(grammar), history);
        Completion completion = new Completion(grammar, names, new FileNames(surroundings.directory())::from);
        Thread.ofPlatform().daemon().name("warming").start(() -> warm(completion));
        try (Desk desk = open(surroundings, state.usual(), completion, history)) {
            names.prefetch();
            return new Session(desk, parts, state).run();
        }
    }

    /** The first key would wait for much that is only made once. */
    private static void warm(Completion completion) {
        for (String line : WARMING) {
            completion.suggest(Words.of(line));
            new Highlighting(completion).spans(line);
            new Hint(completion).of(line);
        }
    }

    private Desk open(Surroundings surroundings, Flags usual, Completion completion, HistoryFile history) {
        if (!able(surroundings)) {
            return PlainDesk.open(surroundings);
        }
        boolean colour = surroundings.streams().talk().colour() && !usual.noColor();
        try {
            TerminalDesk desk = TerminalDesk.open(
                    surroundings,
                    program.terminals(),
                    colour,
                    completion,
                    history.read(),
                    (line, columns) -> help(completion.grammar(), line, columns, usual));
            program.lend(desk.terminals());
            return desk;
        } catch (UncheckedIOException noTerminal) {
            return PlainDesk.open(surroundings);
        }
    }

    /** A terminal on both sides that can move its cursor. */
    private static boolean able(Surroundings surroundings) {
        String type = surroundings.environment().getOrDefault("TERM", "dumb");
        Streams streams = surroundings.streams();
        return streams.questions()
                && streams.results().isTerminal()
                && streams.talk().isTerminal()
                && !type.equals("dumb");
    }

    private String help(Grammar grammar, String line, int columns, Flags usual) {
        Reading reading = grammar.read(Words.of(line).words());
        if (reading.session().isPresent() && reading.path().isEmpty()) {
            SessionCommand own = reading.session().get();
            return SessionHelp.usage(own) + ": " + own.description();
        }
        if (reading.path().isEmpty()) {
            return SessionHelp.text();
        }
        List<String> words = new ArrayList<>(reading.path());
        words.add("--help");
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        Surroundings outside = program.surroundings();
        Streams.Stream stream = outside.streams().results();
        Streams.Stream screen = new Streams.Stream(OptionalInt.of(columns), stream.colour(), stream.unicode());
        program.run(
                words,
                usual,
                new Surroundings(
                        outside.environment(),
                        outside.directory(),
                        outside.home(),
                        new Streams(false, screen, screen),
                        outside.answers(),
                        writer,
                        writer,
                        outside.interrupts()));
        writer.flush();
        return text.toString().stripTrailing();
    }
}
