package io.agentctl.cli.shell;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** {@link Words} as JLine asks for them. A line that is not complete goes on below. */
final class LineParser implements Parser {

    /** A line, with the word that the cursor is in. */
    private record Parsed(Words all, Words until, String line, int cursor) implements CompletingParsedLine {

        @Override
        public String word() {
            return until.last().text();
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return until.beforeLast().size();
        }

        /** The word under the cursor is among them, even if it is empty. */
        @Override
        public List<String> words() {
            List<String> texts = new ArrayList<>(all.texts());
            if (texts.size() <= wordIndex()) {
                texts.add("");
            }
            return texts;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate.toString().isEmpty() ? "" : Words.quoted(candidate.toString());
        }

        @Override
        public int rawWordCursor() {
            return cursor - until.last().start();
        }

        /** Only what stands before the cursor is replaced: what follows it stays. */
        @Override
        public int rawWordLength() {
            return rawWordCursor();
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        Words words = Words.of(line);
        if (context == ParseContext.ACCEPT_LINE && words.open() != Words.Open.NOTHING) {
            throw new EOFError(-1, -1, "the line goes on", words.open().toString());
        }
        return new Parsed(words, words.until(Math.min(cursor, line.length())), line, cursor);
    }

    @Override
    public boolean isEscapeChar(char character) {
        return character == '\\';
    }
}
