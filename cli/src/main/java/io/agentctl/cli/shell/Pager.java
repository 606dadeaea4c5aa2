package io.agentctl.cli.shell;

import io.agentctl.cli.output.Tone;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;

/** Shows lines a screen at a time. They stay above, where the terminal scrolls back to them. */
record Pager(Terminal terminal, Styles styles) {

    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int ESCAPE = 27;
    private static final long REST_MILLIS = 30;

    /** What a key asks for. */
    private enum Next {
        PAGE,
        LINE,
        ALL,
        END
    }

    void show(List<String> lines) {
        PrintWriter writer = terminal.writer();
        // To ask for it takes a process each time.
        Size size = terminal.getSize();
        int at = 0;
        int room = room(size);
        while (at < lines.size()) {
            int used = rows(lines.get(at), size);
            if (room < 1 || (used > room && room < room(size))) {
                Next next = ask(at, lines.size(), size);
                size = terminal.getSize();
                switch (next) {
                    case PAGE -> room = room(size);
                    case LINE -> room = used;
                    case ALL -> room = Integer.MAX_VALUE;
                    case END -> at = lines.size();
                }
            } else {
                writer.println(lines.get(at));
                room -= used;
                at++;
            }
        }
        writer.flush();
    }

    /** One line is for the question. */
    private static int room(Size size) {
        return Math.max(1, size.getRows() - 1);
    }

    private static int rows(String line, Size size) {
        int width = Math.max(1, size.getColumns());
        return Math.max(1, (AttributedString.fromAnsi(line).columnLength() + width - 1) / width);
    }

    private Next ask(int at, int total, Size size) {
        String question = "-- " + at + " of " + total + " lines: space for more, Enter for one, a for all, q to stop";
        int columns = Math.max(1, size.getColumns() - 1);
        Attributes before = terminal.enterRawMode();
        try {
            terminal.writer()
                    .print(styles.of(Tone.FAINT, question.substring(0, Math.min(question.length(), columns)))
                            .toAnsi(terminal));
            terminal.flush();
            Next next = null;
            while (next == null) {
                next = meaning(terminal.reader().read());
            }
            terminal.puts(Capability.carriage_return);
            terminal.puts(Capability.clr_eol);
            terminal.flush();
            return next;
        } catch (IOException gone) {
            return Next.END;
        } finally {
            terminal.setAttributes(before);
        }
    }

    private Next meaning(int key) throws IOException {
        return switch (key) {
            case ' ', 'f' -> Next.PAGE;
            case '\r', '\n', 'j' -> Next.LINE;
            case 'a', 'G' -> Next.ALL;
            case 'q', 'Q', CTRL_C, CTRL_D, -1 -> Next.END;
            case ESCAPE -> sequence();
            default -> null;
        };
    }

    /** An arrow is a line, a page key is a page, Escape alone is the end. */
    private Next sequence() throws IOException {
        int bracket = terminal.reader().read(REST_MILLIS);
        if (bracket != '[' && bracket != 'O') {
            return Next.END;
        }
        int last = terminal.reader().read(REST_MILLIS);
        while (last >= '0' && last <= '9') {
            boolean page = last == '6';
            last = terminal.reader().read(REST_MILLIS);
            if (page && last == '~') {
                return Next.PAGE;
            }
        }
        return last == 'B' ? Next.LINE : null;
    }
}
