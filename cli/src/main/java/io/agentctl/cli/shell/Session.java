package io.agentctl.cli.shell;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.shell.Program.Ending;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/** Reads lines and has them run, until there are no more. What ends one command does not end the session. */
final class Session {

    private static final String PROGRAM = "agentctl";

    private final Desk desk;
    private final Parts parts;
    private final SessionState state;
    private final CommandLines commands;
    private final SessionVerbs verbs;

    /**
     * What a session is made of.
     *
     * @param names held for completion
     * @param discretion decides what is written down
     * @param history where lines are kept
     */
    record Parts(Program program, Grammar grammar, NameCache names, Discretion discretion, HistoryFile history) {}

    Session(Desk desk, Parts parts, SessionState state) {
        this.desk = desk;
        this.parts = parts;
        this.state = state;
        this.commands = new CommandLines(desk, parts, state);
        this.verbs = new SessionVerbs(desk, parts, state, commands);
    }

    /** Runs the session; its exit code is that of the last command. */
    int run() {
        int code = Exit.OK;
        while (!state.over()) {
            Optional<String> line = desk.read(prompt());
            if (line.isEmpty()) {
                break;
            }
            Words words = Words.of(line.get());
            if (!words.words().isEmpty()) {
                code = run(words);
            }
        }
        return code;
    }

    private int run(Words words) {
        if (words.line().chars().anyMatch(Session::isNoText)) {
            tell("the line has characters that are no text; nothing was run");
            return ErrorCode.USAGE.exitCode();
        }
        if (words.open() == Words.Open.SINGLE_QUOTE || words.open() == Words.Open.DOUBLE_QUOTE) {
            tell("a quote is not closed; nothing was run");
            return ErrorCode.USAGE.exitCode();
        }
        if (parts.discretion().mayKeep(words.line())) {
            parts.history().add(words.line());
        }
        Reading reading = parts.grammar().read(words.words());
        try {
            return reading.session().isPresent() && !isHelp(words.texts())
                    ? verbs.run(reading, words)
                    : commands.run(words.line(), arguments(words.texts())).code();
        } catch (AgentctlException failure) {
            tell(failure.getMessage());
            failure.advice().lines().forEach(advice -> desk.talk().println("  " + advice));
            desk.talk().flush();
            return failure.code().exitCode();
        }
    }

    /** As the program takes them: examples are pasted with its name, and a question mark asks for help. */
    private static List<String> arguments(List<String> words) {
        List<String> own = words.getFirst().equals(PROGRAM) ? words.subList(1, words.size()) : words;
        if (isHelp(own)) {
            List<String> asked = new java.util.ArrayList<>(own.subList(0, own.size() - 1));
            asked.add("--help");
            return asked;
        }
        return own;
    }

    private static boolean isHelp(List<String> words) {
        return words.size() > 1 && words.getLast().equals("?");
    }

    private static boolean isNoText(int character) {
        boolean space = character == '\n' || character == '\t' || character == '\r';
        return (Character.isISOControl(character) && !space)
                || character == Character.MAX_VALUE
                || character == '\ufffd';
    }

    /** Settings that cannot be read are told of by each command; the prompt only has no name to show. */
    private Prompt prompt() {
        boolean readOnly = state.usual().consent().readOnly();
        try {
            return state.place(parts.program()).prompt(readOnly);
        } catch (AgentctlException unreadable) {
            return new Prompt("?", false, readOnly);
        }
    }

    private void tell(String message) {
        desk.talk().println(theme(desk, state.usual()).paint(Tone.BAD, "agentctl:") + " " + message);
        desk.talk().flush();
    }

    static Theme theme(Desk desk, Flags usual) {
        return new Theme(
                desk.streams().talk().colour() && !usual.noColor(),
                desk.streams().talk().unicode());
    }

    /** What a command left behind, for callers that go on. */
    static Ending ended(int code, Flags usual) {
        return new Ending(code, Optional.empty(), List.of(), usual.target());
    }
}
