package io.agentctl.cli.shell;

import io.agentctl.cli.screen.TerminalSource;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.terminal.Streams.Stream;
import io.agentctl.cli.wiring.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/** A session on a terminal, by JLine. */
final class TerminalDesk implements Desk {

    private static final int MOST_LISTED = 100;
    private static final Size USUAL_SIZE = Size.of(80, 24);
    private static final String HELP = "help-typed";

    private final Terminal terminal;
    private final LineReader reader;
    private final Streams streams;
    private final Styles styles;
    private final BufferedReader answers;

    private TerminalDesk(Terminal terminal, LineReader reader, Streams streams, Styles styles) {
        this.terminal = terminal;
        this.reader = reader;
        this.streams = streams;
        this.styles = styles;
        this.answers = new TerminalAnswers(terminal);
    }

    /**
     * Opens the terminal.
     *
     * @param terminals where the terminal comes from
     * @param history past lines, the oldest first
     * @param help the help of what a line asks for, for F1
     */
    static TerminalDesk open(
            Surroundings surroundings,
            TerminalSource terminals,
            boolean colour,
            Completion completion,
            List<String> history,
            LineHelp help) {
        Terminal terminal;
        try {
            terminal = terminals.open().terminal();
            terminal.handle(Signal.INT, Terminal.SignalHandler.SIG_IGN);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        if (terminal.getSize().getColumns() == 0) {
            // Consoles on serial lines do not know theirs.
            terminal.setSize(USUAL_SIZE);
        }
        Styles styles = new Styles(colour);
        LineReader reader = reader(terminal, styles, completion);
        history.forEach(reader.getHistory()::add);
        offerHelp(reader, help, terminal);
        return new TerminalDesk(terminal, reader, surroundings.streams(), styles);
    }

    private static LineReader reader(Terminal terminal, Styles styles, Completion completion) {
        Highlighting highlighting = new Highlighting(completion);
        HintingReader reader = new HintingReader(terminal, styles, new Hint(completion)::of);
        reader.setParser(new LineParser());
        reader.setCompleter((line, parsed, candidates) -> completion
                .suggest(Words.of(parsed.line().substring(0, parsed.cursor())))
                .forEach(suggestion -> candidates.add(candidate(suggestion))));
        reader.setHighlighter((line, buffer) -> styles.of(highlighting.spans(buffer)));
        return reader.variable(LineReader.SECONDARY_PROMPT_PATTERN, Prompt.MORE)
                .variable(LineReader.LIST_MAX, MOST_LISTED)
                .variable(LineReader.BELL_STYLE, "none")
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_IGNORE_DUPS, true)
                .option(Option.INSERT_TAB, false);
    }

    /** F1, as terminals send it: xterm's, that of rxvt and others, Linux's console. */
    private static void offerHelp(LineReader reader, LineHelp help, Terminal terminal) {
        reader.getWidgets().put(HELP, () -> {
            reader.printAbove(
                    help.of(reader.getBuffer().toString(), terminal.getSize().getColumns()));
            return true;
        });
        reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference(HELP), "\033OP", "\033[11~", "\033[[A");
    }

    /** The terminal, for screens of commands. */
    TerminalSource terminals() {
        return TerminalSource.lending(terminal);
    }

    /** The help of what is being typed. */
    @FunctionalInterface
    interface LineHelp {
        String of(String line, int columns);
    }

    @Override
    public Optional<String> read(Prompt prompt) {
        try {
            AttributedString before = styles.of(prompt.tone(), prompt.text());
            return Optional.of(reader.readLine(before.toAnsi(terminal)));
        } catch (UserInterruptException broken) {
            return Optional.of("");
        } catch (EndOfFileException | java.io.IOError ended) {
            return Optional.empty();
        }
    }

    @Override
    public Streams streams() {
        return new Streams(true, now(streams.results()), now(streams.talk()));
    }

    @Override
    public PrintWriter out() {
        return terminal.writer();
    }

    @Override
    public PrintWriter talk() {
        return terminal.writer();
    }

    @Override
    public BufferedReader answers() {
        return answers;
    }

    @Override
    public void show(String text) {
        new Pager(terminal, styles).show(text.lines().toList());
    }

    @Override
    public void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public int rows() {
        int rows = terminal.getSize().getRows();
        return rows > 0 ? rows : Integer.MAX_VALUE;
    }

    @Override
    public void listen(Runnable interrupted) {
        terminal.handle(Signal.INT, signal -> interrupted.run());
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private Stream now(Stream stream) {
        int columns = terminal.getSize().getColumns();
        return columns > 0 ? new Stream(OptionalInt.of(columns), stream.colour(), stream.unicode()) : stream;
    }

    private static Candidate candidate(Suggestion suggestion) {
        return new Candidate(
                suggestion.value(),
                suggestion.value(),
                null,
                suggestion.description().isEmpty() ? null : suggestion.description(),
                null,
                null,
                suggestion.whole());
    }
}
