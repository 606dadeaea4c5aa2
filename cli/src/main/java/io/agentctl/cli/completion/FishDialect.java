package io.agentctl.cli.completion;

import io.agentctl.cli.completion.Tables.Row;
import java.util.List;

/** How fish writes functions. */
final class FishDialect implements Tables.Dialect {

    @Override
    public String function(String name, List<Row> rows) {
        StringBuilder text = new StringBuilder("function " + name + "\n    switch \"$argv\"\n");
        for (Row row : rows) {
            boolean alone = row.lines().size() == 1;
            text.append("        case ")
                    .append(String.join(" ", row.patterns()))
                    .append("\n            printf '%s\\n'");
            row.lines().forEach(line -> text.append(alone ? " " : " \\\n                ")
                    .append(exactly(line)));
            text.append('\n');
        }
        return text.append("    end\nend\n\n").toString();
    }

    /** Quotes; in quotes only the quote and the backslash need one more. A star is a pattern even there. */
    @Override
    public String exactly(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public String ending(String text) {
        return exactly("*" + text);
    }

    @Override
    public String beginning(String text) {
        return exactly(text + "*");
    }
}
