package io.agentctl.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;

/**
 * A page of aligned tables.
 *
 * @param out where to
 * @param theme colours and symbols
 * @param wide whether to show wide columns
 * @param screen the terminal's columns, or nothing to never cut
 */
record TablePage(PrintWriter out, Theme theme, boolean wide, OptionalInt screen) implements Page {

    @Override
    public void line(String text) {
        out.println(text);
    }

    @Override
    public <R> void table(List<R> rows, List<Column<R>> columns) {
        TableText.lines(rows, columns, theme, wide, screen)
                .forEach(line -> out.println(line.painted(theme).stripTrailing()));
    }
}
