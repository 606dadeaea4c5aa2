package io.agentctl.cli;

import io.agentctl.cli.command.Entry.Noun;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command in words: how it is typed, and what its parts do. */
final class CommandText {

    private CommandText() {}

    /** A line of a list: what is typed, and what it does. */
    record Item(String label, String description) {}

    /** How it is called, its required options included. */
    static String synopsis(CommandSpec spec) {
        StringBuilder synopsis = new StringBuilder(spec.qualifiedName());
        if (spec.userObject() instanceof Noun) {
            synopsis.append(spec.parent() == null ? " NOUN VERB" : " VERB");
        }
        own(spec).stream().filter(OptionSpec::required).forEach(option -> synopsis.append(' ')
                .append(label(option)));
        synopsis.append(" [OPTIONS]");
        parameters(spec).forEach(parameter -> synopsis.append(' ').append(parameter.label()));
        return synopsis.toString();
    }

    static List<Item> parameters(CommandSpec spec) {
        return spec.positionalParameters().stream().map(CommandText::item).toList();
    }

    /** Its own options; those that all commands take are the program's. */
    static List<Item> options(CommandSpec spec) {
        return own(spec).stream().map(CommandText::item).toList();
    }

    /** The commands under it. */
    private static List<OptionSpec> own(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.inherited() && !option.hidden())
                .toList();
    }

    static List<Item> commands(CommandSpec spec) {
        return spec.userObject() instanceof Noun noun
                ? noun.listed().stream()
                        .map(entry -> new Item(entry.name(), entry.description()))
                        .toList()
                : List.of();
    }

    private static Item item(OptionSpec option) {
        boolean shortName = option.shortestName().length() == 2;
        return new Item((shortName ? "" : "    ") + label(option), text(option));
    }

    private static String label(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static Item item(PositionalParamSpec parameter) {
        String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
        return new Item(parameter.required() ? label : "[" + label + "]", text(parameter));
    }

    private static String text(ArgSpec argument) {
        return String.join(" ", argument.description());
    }
}
