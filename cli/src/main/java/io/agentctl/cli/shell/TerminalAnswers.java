package io.agentctl.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Answers to questions, a line each, edited by the terminal's own means. */
final class TerminalAnswers extends BufferedReader {

    private static final long LOOK_MILLIS = 50;

    private final Terminal terminal;

    TerminalAnswers(Terminal terminal) {
        super(Reader.nullReader());
        this.terminal = terminal;
    }

    /** The next line; nothing at the end, and once the asking thread is interrupted. */
    @Override
    public String readLine() throws IOException {
        NonBlockingReader reader = terminal.reader();
        StringBuilder line = new StringBuilder();
        while (!Thread.currentThread().isInterrupted()) {
            int character = reader.read(LOOK_MILLIS);
            if (character == '\n' || character == '\r') {
                return line.toString();
            }
            if (character == NonBlockingReader.EOF) {
                return line.isEmpty() ? null : line.toString();
            }
            if (character >= 0) {
                line.append((char) character);
            }
        }
        return null;
    }
}
