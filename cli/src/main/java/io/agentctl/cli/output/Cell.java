package io.agentctl.cli.output;

/**
 * One field of a table. Control characters, which could steer a terminal, become spaces.
 *
 * @param text one line
 * @param tone what it means
 */
public record Cell(String text, Tone tone) {

    public Cell {
        text = oneLine(text);
    }

    /** A cell without emphasis. */
    public static Cell of(String text) {
        return new Cell(text, Tone.PLAIN);
    }

    /** Columns that the text takes: code points, which is right for everything but wide scripts. */
    int width() {
        return text.codePointCount(0, text.length());
    }

    /** The text cut to {@code columns}, with a sign that it was. */
    Cell fit(int columns, Theme theme) {
        return width() <= columns
                ? this
                : new Cell(text.substring(0, text.offsetByCodePoints(0, columns - 1)) + theme.ellipsis(), tone);
    }

    static String oneLine(String text) {
        return text.chars().anyMatch(Character::isISOControl)
                ? text.codePoints()
                        .map(point -> Character.isISOControl(point) ? ' ' : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }
}
