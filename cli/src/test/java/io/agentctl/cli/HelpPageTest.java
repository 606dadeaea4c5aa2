package io.agentctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.GlobalOptions;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.terminal.Streams;
import io.agentctl.cli.wiring.Shared;
import io.agentctl.cli.wiring.Surroundings;
import io.agentctl.cli.wiring.Wiring;
import io.agentctl.control.progress.Cancellation;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What must hold for every command there is. */
class HelpPageTest {

    @TestFactory
    List<DynamicTest> everyCommandSaysWhatItIsAndShowsExamples() {
        return commands(whole()).stream()
                .map(spec -> DynamicTest.dynamicTest(spec.qualifiedName(), () -> hasHelp(spec)))
                .toList();
    }

    private static void hasHelp(CommandSpec spec) {
        StringWriter page = new StringWriter();
        new HelpPage(new PrintWriter(page), Theme.PLAIN, 100).print(spec);

        assertThat(spec.usageMessage().description()).allMatch(line -> line.endsWith("."));
        assertThat(page.toString()).contains("\nExamples:\n  " + spec.root().name());
        assertThat(page.toString().lines()).allMatch(line -> line.length() <= 100);
        assertThat(spec.args()).allSatisfy(HelpPageTest::isDescribed);
        assertThat(spec.userObject() instanceof Noun || spec.userObject() instanceof io.agentctl.cli.command.Verb)
                .isTrue();
    }

    private static void isDescribed(ArgSpec argument) {
        assertThat(String.join(" ", argument.description()))
                .as(argument.toString())
                .endsWith(".");
    }

    private static CommandLine whole() {
        GlobalOptions options = new GlobalOptions(Flags.NONE);
        Surroundings nowhere = new Surroundings(
                Map.of(),
                Path.of(""),
                Path.of(""),
                Streams.NONE,
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Cancellation::never);
        Wiring wiring = new Wiring(nowhere, options::flags, Shared.ofOneCommand());
        return CommandModel.whole(options, new CommandTree(wiring).root());
    }

    private static List<CommandSpec> commands(CommandLine commandLine) {
        List<CommandSpec> commands = new ArrayList<>(List.of(commandLine.getCommandSpec()));
        commandLine.getSubcommands().values().forEach(command -> commands.addAll(commands(command)));
        return commands;
    }
}
