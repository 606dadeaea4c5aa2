package io.agentctl.cli.output;

import io.agentctl.cli.output.Column.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Rows laid out as an aligned table with a header. */
public final class TableText {

    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private TableText() {}

    /**
     * The header, and a line for each row; nothing at all if there are no rows.
     *
     * @param wide whether to show wide columns
     * @param screen the columns there are, or nothing to never cut; texts are cut first, and numbers never
     */
    public static <R> List<StyledLine> lines(
            List<R> rows, List<Column<R>> columns, Theme theme, boolean wide, OptionalInt screen) {
        if (rows.isEmpty()) {
            return List.of();
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
        int[] widths = widths(lines, kinds, screen);
        return lines.stream().map(line -> aligned(line, kinds, widths, theme)).toList();
    }

    private static int[] widths(List<List<Cell>> lines, List<Kind> kinds, OptionalInt screen) {
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

    private static StyledLine aligned(List<Cell> line, List<Kind> kinds, int[] widths, Theme theme) {
        List<Cell> pieces = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            Cell cell = line.get(column).fit(widths[column], theme);
            Cell padding = Cell.of(" ".repeat(widths[column] - cell.width()));
            boolean right = kinds.get(column) == Kind.NUMBER;
            pieces.add(Cell.of(column == 0 ? "" : GAP));
            pieces.add(right ? padding : cell);
            pieces.add(right ? cell : padding);
        }
        return new StyledLine(pieces);
    }
}
