package io.agentctl.cli.shell;

import java.util.List;

/**
 * A line as words, the way shells split it: in single quotes all is itself, in double quotes all but the backslash,
 * outside a backslash takes the next character as it is, and {@code #} at the start of a word begins a comment. Nothing
 * is expanded.
 *
 * @param line as it was typed; with newlines if it went over several
 * @param words in order
 * @param open what keeps the line from being complete
 */
record Words(String line, List<Word> words, Open open) {

    /** What the end of a line leaves open. */
    enum Open {
        NOTHING,
        SINGLE_QUOTE,
        DOUBLE_QUOTE,
        /** A backslash at the very end: the line goes on below. */
        BACKSLASH
    }

    Words {
        words = List.copyOf(words);
    }

    static Words of(String line) {
        return new WordSplitter(line).split();
    }

    /** Their texts. */
    List<String> texts() {
        return words.stream().map(Word::text).toList();
    }

    /** The words before a place in the line, and up to it the word that it is in. */
    Words until(int cursor) {
        return of(line.substring(0, cursor));
    }

    /** The word that ends where the line does, as far as it was typed; an empty one after a space. */
    Word last() {
        boolean within = !words.isEmpty()
                && (words.getLast().end() == line.length() || open == Open.SINGLE_QUOTE || open == Open.DOUBLE_QUOTE);
        return within ? words.getLast() : new Word("", line.length(), line.length());
    }

    /** The words before {@link #last}. */
    List<Word> beforeLast() {
        return last().start() < line.length() && !words.isEmpty() && last().equals(words.getLast())
                ? words.subList(0, words.size() - 1)
                : words;
    }

    /** A text as it must be typed to be one word. */
    static String quoted(String text) {
        if (!text.isEmpty() && text.matches("[\\p{L}\\p{N}_@%+=:,./\\[\\]{}?*^~!|&;<>()$-]+")) {
            return text;
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
