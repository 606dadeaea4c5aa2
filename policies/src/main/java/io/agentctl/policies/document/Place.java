package io.agentctl.policies.document;

import java.util.Optional;

/**
 * Where a value is in the file that it was read from.
 *
 * @param start its first character; for a scalar the first of its content, after a quote or the header of a block
 * @param scalar how it is written and what it says; absent for lists and objects
 */
public record Place(SourceText source, SourcePosition start, Optional<Written> scalar) {

    /**
     * A scalar as it is written.
     *
     * @param from index of the first char of its content in the text
     */
    public record Written(ScalarStyle style, int from, String value) {}

    /**
     * Where a character of a scalar's value is in the file. Exact for all but white space: indentation, folded lines
     * and escapes lie between a value and its text.
     *
     * @param line of the value, from 1
     * @param column in that line, from 1, in code points; past the end is the place after the last character
     */
    SourcePosition within(int line, int column) {
        if (scalar.isEmpty()) {
            return start;
        }
        Written written = scalar.orElseThrow();
        ScalarCursor cursor = new ScalarCursor(source.text(), written.from(), start);
        int currentLine = 1;
        int currentColumn = 1;
        int[] codePoints = written.value().codePoints().toArray();
        for (int codePoint : codePoints) {
            if (currentLine > line || (currentLine == line && currentColumn >= column)) {
                reach(cursor, written.style(), codePoint);
                return cursor.position();
            }
            reach(cursor, written.style(), codePoint);
            pass(cursor, written.style(), codePoint);
            currentLine = codePoint == '\n' ? currentLine + 1 : currentLine;
            currentColumn = codePoint == '\n' ? 1 : currentColumn + 1;
        }
        return cursor.position();
    }

    /** Moves to where a character of the value is written. */
    private static void reach(ScalarCursor cursor, ScalarStyle style, int codePoint) {
        if (Character.isWhitespace(codePoint)) {
            return;
        }
        cursor.skipWhitespace();
        while (style == ScalarStyle.DOUBLE_QUOTED && cursor.looksAt("\\") && isLineEnd(cursor.ahead(1))) {
            cursor.step();
            cursor.skipWhitespace();
        }
    }

    /** Moves past it. */
    private static void pass(ScalarCursor cursor, ScalarStyle style, int codePoint) {
        if (cursor.atEnd()) {
            return;
        }
        if (style == ScalarStyle.DOUBLE_QUOTED && cursor.looksAt("\\")) {
            passEscape(cursor, codePoint);
        } else if (style == ScalarStyle.SINGLE_QUOTED && cursor.looksAt("''")) {
            cursor.step(2);
        } else if (!Character.isWhitespace(codePoint) || cursor.looksAtWhitespace()) {
            cursor.step();
        }
    }

    private static void passEscape(ScalarCursor cursor, int codePoint) {
        boolean whitespaceEscape = "ntr \t_NLPve".indexOf(cursor.ahead(1)) >= 0;
        if (Character.isWhitespace(codePoint) && !whitespaceEscape) {
            return;
        }
        int digits =
                switch (cursor.ahead(1)) {
                    case 'x' -> 2;
                    case 'u' -> 4;
                    case 'U' -> 8;
                    default -> 0;
                };
        cursor.step(2 + digits);
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }
}
