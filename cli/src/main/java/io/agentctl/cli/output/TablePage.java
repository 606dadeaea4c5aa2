package io.agentctl.cli.output;

import io.agentctl.cli.output.Column.Kind;
import java.io.PrintWriter;
import java.util.ArrayList;
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

    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    @Override
    public void line(String text) {
        out.println(text);
    }

    @Override
    public <R> void table(List<R> rows, List<Column<R>> columns) {
        if (rows.isEmpty()) {
            return;
        }
        List<Column<R>> shown = columns.stream()
                .filter(column -> wide || column.kind() != Kind.WIDE)
                .toList();
        List<List<Cell>> lines = new ArrayList<>();
        lines.add(shown.stream()
                .map(column -> new Cell(column.header(), Tone.STRONG))
                .toList());
        for (R row : rows) {
            lines.add(shown.stream().map(column -> column.cell().apply(row)).toList());
        }
        List<Kind> kinds = shown.stream().map(Column::kind).toList();
        int[] widths = widths(lines, kinds);
        lines.forEach(line -> out.println(aligned(line, kinds, widths)));
    }

    private int[] widths(List<List<Cell>> lines, List<Kind> kinds) {
        int[] widths = new int[kinds.size()];
        for (List<Cell> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).width());
            }
        }
        if (screen.isPresent()) {
            narrow(widths, kinds, screen.getAsInt());
        }
        return widths;
    }

    /** Takes columns from the widest text until the line fits or nothing more can be taken. */
    private static void narrow(int[] widths, List<Kind> kinds, int columns) {
        int excess = GAP.length() * (widths.length - 1) - columns;
        for (int width : widths) {
            excess += width;
        }
        for (; excess > 0; excess--) {
            int widest = -1;
            for (int column = 0; column < widths.length; column++) {
                if (kinds.get(column) == Kind.TEXT
                        && widths[column] > NARROWEST
                        && (widest < 0 || widths[column] > widths[widest])) {
                    widest = column;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private String aligned(List<Cell> line, List<Kind> kinds, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            Cell cell = line.get(column).fit(widths[column], theme);
            int padding = widths[column] - cell.width();
            boolean right = kinds.get(column) == Kind.NUMBER;
            text.append(column == 0 ? "" : GAP)
                    .repeat(' ', right ? padding : 0)
                    .append(theme.paint(cell.tone(), cell.text()))
                    .repeat(' ', right ? 0 : padding);
        }
        return text.toString().stripTrailing();
    }
}
