package io.agentctl.cli.completion;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Noun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The command tree as rows that a shell can look up.
 *
 * @param shared options that every command takes
 * @param commands the program itself, then each noun before its verbs
 */
record CommandTable(List<Option> shared, List<Command> commands) {

    CommandTable {
        shared = List.copyOf(shared);
        commands = List.copyOf(commands);
    }

    /**
     * A noun or a verb.
     *
     * @param path its words; none for the program itself
     * @param verbs what may follow a noun
     * @param options its own
     */
    record Command(List<String> path, List<Named> verbs, List<Option> options, List<Parameter> parameters) {}

    /** A word and what it does, in one line. */
    record Named(String name, String description) {}

    /**
     * An option.
     *
     * @param value empty if it takes none
     */
    record Option(List<String> names, String description, Optional<Expected> value) {}

    /** A parameter, by its place. */
    record Parameter(Expected expected, boolean repeats) {}

    /**
     * Reads the table.
     *
     * @param root picocli's model of all commands
     */
    static CommandTable of(CommandSpec root) {
        List<Command> commands = new ArrayList<>();
        visit(List.of(), (Noun) root.userObject(), root, commands);
        List<OptionSpec> shared = new ArrayList<>(root.options());
        shared.removeAll(own(root));
        return new CommandTable(options(List.of(), shared), commands);
    }

    /** Those that other commands do not take: the program alone has a version. */
    private static List<OptionSpec> own(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> spec.parent() == null ? option.versionHelp() : !option.inherited())
                .toList();
    }

    private static void visit(List<String> path, Entry entry, CommandSpec spec, List<Command> commands) {
        List<Entry> below = entry instanceof Noun noun ? noun.listed() : List.of();
        commands.add(new Command(
                path,
                below.stream()
                        .map(verb -> new Named(verb.name(), verb.description()))
                        .toList(),
                options(path, own(spec)),
                spec.positionalParameters().stream()
                        .map(parameter -> parameter(path, parameter))
                        .toList()));
        for (Entry verb : below) {
            List<String> words = new ArrayList<>(path);
            words.add(verb.name());
            CommandLine command = spec.subcommands().get(verb.name());
            visit(List.copyOf(words), verb, command.getCommandSpec(), commands);
        }
    }

    private static List<Option> options(List<String> path, List<OptionSpec> options) {
        return options.stream()
                .filter(option -> !option.hidden())
                .map(option -> new Option(
                        Arrays.asList(option.names()),
                        String.join(" ", option.description()),
                        option.arity().max() == 0 ? Optional.empty() : Optional.of(Expected.of(path, option))))
                .toList();
    }

    private static Parameter parameter(List<String> path, PositionalParamSpec parameter) {
        return new Parameter(Expected.of(path, parameter), parameter.isMultiValue());
    }
}
