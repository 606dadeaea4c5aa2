package io.agentctl.cli;

import io.agentctl.cli.CommandText.Item;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All commands as one page of Markdown, each with what its help says. */
final class ReferencePage {

    private final StringBuilder text = new StringBuilder();

    private ReferencePage() {}

    /** The page; the same model gives the same text. */
    static String of(CommandSpec root) {
        ReferencePage page = new ReferencePage();
        page.text.append(
                """
                # Reference

                Every command with its parameters, its own options and its examples, as `--help` shows them. Made from the
                commands themselves: a test holds this page to them.

                """);
        page.add(root);
        return page.text.toString().stripTrailing() + "\n";
    }

    private void add(CommandSpec spec) {
        text.append("## ").append(spec.qualifiedName()).append("\n\n");
        text.append(String.join("\n", spec.usageMessage().description())).append("\n\n");
        text.append('`').append(CommandText.synopsis(spec)).append("`\n\n");
        table("parameter", CommandText.parameters(spec));
        table("option", CommandText.options(spec));
        table("command", CommandText.commands(spec));
        examples(spec.usageMessage().footer());
        for (Item below : CommandText.commands(spec)) {
            CommandLine command = spec.subcommands().get(below.label());
            add(command.getCommandSpec());
        }
    }

    private void table(String heading, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        text.append("| ").append(heading).append(" | what it does |\n| --- | --- |\n");
        for (Item item : items) {
            text.append("| `").append(cell(item.label().strip())).append("` | ");
            text.append(cell(item.description())).append(" |\n");
        }
        text.append('\n');
    }

    private void examples(String[] lines) {
        if (lines.length > 0) {
            text.append("```\n").append(String.join("\n", lines)).append("\n```\n\n");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
