package io.agentctl.cli.output;

import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param <R> the row
 * @param header upper-case
 * @param cell what a row shows in it
 * @param kind how it is laid out
 */
public record Column<R>(String header, Function<R, Cell> cell, Kind kind) {

    /** How a column is laid out. */
    public enum Kind {
        /** Left, cut where the terminal is too narrow. */
        TEXT,
        /** Right, never cut. */
        NUMBER,
        /** Left, never cut, and only in {@code -o wide}. */
        WIDE
    }

    /** A text column. */
    public static <R> Column<R> text(String header, Function<R, String> text) {
        return new Column<>(header, row -> Cell.of(text.apply(row)), Kind.TEXT);
    }

    /** A text column whose cells have a tone. */
    public static <R> Column<R> toned(String header, Function<R, Cell> cell) {
        return new Column<>(header, cell, Kind.TEXT);
    }

    /** A number column; the text is the number as it should be read, with its unit. */
    public static <R> Column<R> number(String header, Function<R, String> text) {
        return new Column<>(header, row -> Cell.of(text.apply(row)), Kind.NUMBER);
    }

    /** A column that only {@code -o wide} has. */
    public static <R> Column<R> wide(String header, Function<R, String> text) {
        return new Column<>(header, row -> Cell.of(text.apply(row)), Kind.WIDE);
    }
}
