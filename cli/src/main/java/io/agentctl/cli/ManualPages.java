package io.agentctl.cli;

import io.agentctl.cli.CommandText.Item;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.GlobalOptions;
import io.agentctl.cli.terminal.SignalInterrupts;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Shared;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.cli.wiring.Wiring;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** The manual pages of all commands, for whoever packs the program. */
public final class ManualPages {

    private ManualPages() {}

    /**
     * Writes them into a folder, one for each command that people are told of.
     *
     * @param arguments the folder, the program's version, and the date that the pages bear, such as 2026-02-28
     */
    public static void main(String[] arguments) throws IOException {
        Application.quicken();
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, String> page :
                of(model(), arguments[1], LocalDate.parse(arguments[2])).entrySet()) {
            Files.writeString(folder.resolve(page.getKey() + ".1"), page.getValue());
        }
    }

    /** The pages by their names. */
    static SortedMap<String, String> of(CommandSpec root, String version, LocalDate date) {
        SortedMap<String, String> pages = new TreeMap<>();
        add(pages, root, version, date);
        return pages;
    }

    private static void add(Map<String, String> pages, CommandSpec spec, String version, LocalDate date) {
        pages.put(ManualPage.name(spec), ManualPage.of(spec, version, date));
        for (Item below : CommandText.commands(spec)) {
            add(pages, spec.subcommands().get(below.label()).getCommandSpec(), version, date);
        }
    }

    /** Nothing of it is run, so that where it stands does not matter. */
    private static CommandSpec model() {
        GlobalOptions options = new GlobalOptions(Flags.NONE);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Surroundings surroundings = new Surroundings(
                Map.of(),
                Path.of("").toAbsolutePath(),
                Path.of("").toAbsolutePath(),
                Streams.NONE,
                new BufferedReader(Reader.nullReader()),
                nowhere,
                nowhere,
                new SignalInterrupts(nowhere));
        Wiring wiring = new Wiring(surroundings, options::flags, Shared.ofOneCommand());
        return CommandModel.whole(options, new CommandTree(wiring).root()).getCommandSpec();
    }
}
