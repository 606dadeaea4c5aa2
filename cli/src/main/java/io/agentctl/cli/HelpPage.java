package io.agentctl.cli;

import io.agentctl.cli.CommandText.Item;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command's help: how to call it, what it is, its own parameters and options, the commands under it, examples. The
 * options that all commands share are listed once, at the root.
 *
 * <p>Picocli's own help does the same with more ways to adorn it, and takes four times as long on a cold JVM.
 *
 * @param out where to
 * @param theme colours
 * @param columns to wrap at
 */
record HelpPage(PrintWriter out, Theme theme, int columns) {

    private static final int INDENT = 2;
    private static final int WIDEST_LABEL = 28;

    void print(CommandSpec spec) {
        out.println(theme.paint(Tone.STRONG, "Usage:") + " " + CommandText.synopsis(spec));
        out.println();
        for (String line : spec.usageMessage().description()) {
            wrapped("", line);
        }
        items("Parameters", CommandText.parameters(spec));
        items("Options", CommandText.options(spec));
        items("Commands", CommandText.commands(spec));
        examples(spec.usageMessage().footer());
        if (spec.parent() != null) {
            out.println();
            out.println("Options that every command takes: 'agentctl --help'.");
        }
    }

    private void examples(String[] lines) {
        if (lines.length > 0) {
            heading("Examples");
            for (String line : lines) {
                out.println("  " + line);
            }
        }
    }

    private void items(String heading, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        heading(heading);
        int width = items.stream()
                .mapToInt(item -> item.label().length())
                .filter(length -> length <= WIDEST_LABEL)
                .max()
                .orElse(WIDEST_LABEL);
        for (Item item : items) {
            String label = " ".repeat(INDENT) + item.label();
            String gap = " ".repeat(INDENT + width + INDENT);
            if (label.length() + INDENT > gap.length()) {
                out.println(label);
                label = "";
            }
            wrapped(gap, label + gap.substring(label.length()) + item.description());
        }
    }

    private void heading(String heading) {
        out.println();
        out.println(theme.paint(Tone.STRONG, heading + ":"));
    }

    /** Prints a text, continued under {@code indent} where it is too long. */
    private void wrapped(String indent, String text) {
        String rest = text;
        while (rest.length() > columns) {
            int end = rest.lastIndexOf(' ', columns);
            if (end <= indent.length()) {
                break;
            }
            out.println(rest.substring(0, end));
            rest = indent + rest.substring(end + 1);
        }
        out.println(rest);
    }
}
