package io.agentctl.cli.output;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text and tables in Markdown. */
public final class MarkdownText {

    private MarkdownText() {}

    /** The text so that it stands for itself: names come from files and from AWS. */
    public static String escaped(String text) {
        return Cell.oneLine(text).replaceAll("([\\\\`*_{}\\[\\]<>|])", "\\\\$1");
    }

    /** A table with a header; numbers to the right. */
    public static <R> String table(List<R> rows, List<Column<R>> columns) {
        StringBuilder table = new StringBuilder();
        table.append(line(columns, Column::header));
        table.append(line(columns, column -> column.kind() == Column.Kind.NUMBER ? "---:" : "---"));
        for (R row : rows) {
            table.append(
                    line(columns, column -> escaped(column.cell().apply(row).text())));
        }
        return table.toString();
    }

    private static <R> String line(List<Column<R>> columns, Function<Column<R>, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
