package io.agentctl.cli.output;

import java.util.List;
import java.util.OptionalInt;

/** Where a result is laid out for people. */
public interface Page {

    /** Writes a line as it is. */
    void line(String text);

    /** Writes a line in a tone. */
    default void line(Tone tone, String text) {
        line(theme().paint(tone, text));
    }

    /** Writes an empty line. */
    default void blank() {
        line("");
    }

    /** Writes a table with a header; nothing at all if there are no rows. */
    <R> void table(List<R> rows, List<Column<R>> columns);

    /** True if the reader asked for more columns; columns of kind {@code WIDE} follow it by themselves. */
    boolean wide();

    /** The columns of the terminal that is written to; nothing where it is none. */
    OptionalInt screen();

    /** Colours and symbols of the stream that is written to. */
    Theme theme();
}
