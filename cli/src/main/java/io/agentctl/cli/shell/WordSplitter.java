package io.agentctl.cli.shell;

import io.agentctl.cli.shell.Words.Open;
import java.util.ArrayList;
import java.util.List;

/** Splits one line; used once. */
final class WordSplitter {

    private static final int NOWHERE = -1;

    private final String line;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int start = NOWHERE;
    private Open open = Open.NOTHING;

    WordSplitter(String line) {
        this.line = line;
    }

    Words split() {
        int at = 0;
        while (at < line.length()) {
            char character = line.charAt(at);
            at = switch (open) {
                case NOTHING -> outside(character, at);
                case SINGLE_QUOTE -> within(character, '\'', at);
                case DOUBLE_QUOTE -> character == '\\' ? escaped(at) : within(character, '"', at);
                case BACKSLASH -> throw new IllegalStateException("nothing follows the end");
            };
        }
        end(line.length());
        return new Words(line, words, open);
    }

    private int outside(char character, int at) {
        if (Character.isWhitespace(character)) {
            end(at);
            return at + 1;
        }
        if (character == '#' && start == NOWHERE) {
            int newline = line.indexOf('\n', at);
            return newline < 0 ? line.length() : newline;
        }
        begin(at);
        return switch (character) {
            case '\'' -> opened(Open.SINGLE_QUOTE, at);
            case '"' -> opened(Open.DOUBLE_QUOTE, at);
            case '\\' -> continued(at);
            default -> taken(character, at);
        };
    }

    private int within(char character, char quote, int at) {
        if (character == quote) {
            return opened(Open.NOTHING, at);
        }
        return taken(character, at);
    }

    /** In double quotes a backslash is itself unless something follows that would else mean something. */
    private int escaped(int at) {
        char next = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
        if (next == '"' || next == '\\') {
            text.append(next);
            return at + 2;
        }
        return taken('\\', at);
    }

    private int continued(int at) {
        if (at + 1 == line.length()) {
            dropEmpty(at);
            open = Open.BACKSLASH;
            return at + 1;
        }
        char next = line.charAt(at + 1);
        if (next == '\n') {
            dropEmpty(at);
        } else {
            text.append(next);
        }
        return at + 2;
    }

    /** A backslash that only continues the line begins no word. */
    private void dropEmpty(int at) {
        if (start == at) {
            start = NOWHERE;
        }
    }

    private int opened(Open next, int at) {
        open = next;
        return at + 1;
    }

    private int taken(char character, int at) {
        text.append(character);
        return at + 1;
    }

    private void begin(int at) {
        if (start == NOWHERE) {
            start = at;
        }
    }

    private void end(int at) {
        if (start != NOWHERE) {
            words.add(new Word(text.toString(), start, at));
            text.setLength(0);
            start = NOWHERE;
        }
    }
}
