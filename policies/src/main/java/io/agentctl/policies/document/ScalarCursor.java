package io.agentctl.policies.document;

/** Walks over a text, knowing line and column. */
final class ScalarCursor {

    private final String text;
    private int at;
    private int line;
    private int column;

    /**
     * Makes a cursor.
     *
     * @param at index of a char in the text, whose position is given
     */
    ScalarCursor(String text, int at, SourcePosition position) {
        this.text = text;
        this.at = at;
        this.line = position.line();
        this.column = position.column();
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The index of the char that comes next. */
    int index() {
        return at;
    }

    SourcePosition position() {
        return new SourcePosition(line, column);
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }

    boolean looksAtWhitespace() {
        return !atEnd() && Character.isWhitespace(text.codePointAt(at));
    }

    /** The char so many chars ahead; a NUL past the end. */
    char ahead(int chars) {
        return at + chars < text.length() ? text.charAt(at + chars) : '\0';
    }

    /** Over one code point; a carriage return and a newline are one. */
    void step() {
        int codePoint = text.codePointAt(at);
        if (codePoint == '\r' && ahead(1) == '\n') {
            at++;
            codePoint = '\n';
        }
        at += Character.charCount(codePoint);
        if (codePoint == '\n' || codePoint == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    void step(int codePoints) {
        for (int i = 0; i < codePoints && !atEnd(); i++) {
            step();
        }
    }

    void skipWhitespace() {
        while (looksAtWhitespace()) {
            step();
        }
    }
}
