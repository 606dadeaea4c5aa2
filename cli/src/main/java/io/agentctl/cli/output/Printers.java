package io.agentctl.cli.output;

import io.agentctl.cli.option.Flags.OutputFlags;
import java.io.PrintWriter;
import java.util.OptionalInt;

/** Chooses the printer for what the user asked for. */
public final class Printers {

    private Printers() {}

    /**
     * The printer for {@code -o} and {@code --query}.
     *
     * @param out stdout
     * @param theme of stdout
     * @param screen the terminal's columns; nothing where stdout is no terminal
     * @throws io.agentctl.control.error.AgentctlException USAGE if the query does not parse
     */
    public static Printer printer(OutputFlags flags, PrintWriter out, Theme theme, OptionalInt screen) {
        Printer printer =
                switch (flags.format()) {
                    case TABLE -> new TablePrinter(new TablePage(out, theme, false, screen));
                    case WIDE -> new TablePrinter(new TablePage(out, theme, true, screen));
                    case JSON -> new JsonPrinter(out);
                    case YAML -> new YamlPrinter(out);
                    case JSONL -> new JsonLinesPrinter(out);
                    case CSV -> new CsvPrinter(out);
                    case ICAL, MD, HTML, JUNIT -> new TextPrinter(out, flags.format());
                };
        return flags.query().isPresent() ? Query.compile(flags.query().get(), printer) : printer;
    }

    /** The printer for what is shown on stderr beside the result, always for people. */
    public static Printer aside(PrintWriter talk, Theme theme, OptionalInt screen) {
        return new TablePrinter(new TablePage(talk, theme, false, screen));
    }
}
