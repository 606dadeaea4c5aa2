package io.agentctl.cli.completion;

import io.agentctl.cli.completion.Tables.Row;
import java.util.List;
import java.util.stream.Collectors;

/** What bash and zsh have in common. */
final class PosixDialect implements Tables.Dialect {

    @Override
    public String function(String name, List<Row> rows) {
        StringBuilder text = new StringBuilder(name + "() {\n  case \"$*\" in\n");
        for (Row row : rows) {
            boolean alone = row.lines().size() == 1;
            text.append("    ").append(String.join(" | ", row.patterns())).append(alone ? ") " : ")\n      ");
            text.append("printf '%s\\n'");
            row.lines()
                    .forEach(line -> text.append(alone ? " " : " \\\n        ").append(exactly(line)));
            text.append(alone ? " ;;\n" : "\n      ;;\n");
        }
        return text.append("  esac\n}\n\n").toString();
    }

    @Override
    public String exactly(String text) {
        return text.chars()
                .mapToObj(character -> character == '\'' ? "'\\''" : Character.toString(character))
                .collect(Collectors.joining("", "'", "'"));
    }

    @Override
    public String ending(String text) {
        return "*" + exactly(text);
    }

    @Override
    public String beginning(String text) {
        return exactly(text) + "*";
    }
}
