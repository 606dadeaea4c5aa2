package io.agentctl.cli.completion;

import io.agentctl.cli.completion.CommandTable.Command;
import io.agentctl.cli.completion.CommandTable.Option;
import io.agentctl.cli.completion.CommandTable.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A table of commands as functions of a shell, in which its script looks up what may follow. Each prints lines: a word,
 * a tab, what it does; or what a value may be, {@code one-of WORD…}, {@code name-of KIND} or {@code text}.
 *
 * @param dialect how the shell writes functions
 */
record Tables(Dialect dialect) {

    /** A line of a function: what its arguments match, and what it prints then. */
    record Row(List<String> patterns, List<String> lines) {}

    /** How a shell writes a function that looks something up. */
    interface Dialect {

        /** A function that compares its arguments, joined by a blank, with patterns in turn. */
        String function(String name, List<Row> rows);

        /** A pattern of exactly this text. */
        String exactly(String text);

        /** A pattern of any text that ends so. */
        String ending(String text);

        /** A pattern of any text that begins so. */
        String beginning(String text);
    }

    String of(CommandTable table) {
        return Stream.of(
                        dialect.function("__agentctl_verbs", verbs(table)),
                        dialect.function("__agentctl_options", options(table)),
                        dialect.function("__agentctl_value", values(table)),
                        dialect.function("__agentctl_parameter", parameters(table)))
                .reduce("", String::concat);
    }

    private List<Row> verbs(CommandTable table) {
        return table.commands().stream()
                .filter(command -> !command.verbs().isEmpty())
                .map(command -> new Row(
                        List.of(dialect.exactly(words(command))),
                        command.verbs().stream()
                                .map(verb -> line(verb.name(), verb.description()))
                                .toList()))
                .toList();
    }

    /** Those of a command; those that all take are found under a word that is no command. */
    private List<Row> options(CommandTable table) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of(dialect.exactly("-")), lines(table.shared())));
        table.commands().stream()
                .filter(command -> !command.options().isEmpty())
                .forEach(command ->
                        rows.add(new Row(List.of(dialect.exactly(words(command))), lines(command.options()))));
        return rows;
    }

    private List<Row> values(CommandTable table) {
        List<Row> rows = new ArrayList<>();
        for (Command command : table.commands()) {
            for (Option option : command.options()) {
                option.value()
                        .ifPresent(value -> rows.add(new Row(
                                option.names().stream()
                                        .map(name -> dialect.exactly(words(command) + " " + name))
                                        .toList(),
                                List.of(description(value)))));
            }
        }
        for (Option option : table.shared()) {
            option.value()
                    .ifPresent(value -> rows.add(new Row(
                            option.names().stream()
                                    .map(name -> dialect.ending(" " + name))
                                    .toList(),
                            List.of(description(value)))));
        }
        return rows;
    }

    private List<Row> parameters(CommandTable table) {
        List<Row> rows = new ArrayList<>();
        for (Command command : table.commands()) {
            for (int place = 0; place < command.parameters().size(); place++) {
                Parameter parameter = command.parameters().get(place);
                String pattern = parameter.repeats()
                        ? dialect.beginning(words(command) + " ")
                        : dialect.exactly(words(command) + " " + place);
                rows.add(new Row(List.of(pattern), List.of(description(parameter.expected()))));
            }
        }
        return rows;
    }

    private static List<String> lines(List<Option> options) {
        return options.stream()
                .flatMap(option -> offered(option).map(name -> line(name, option.description())))
                .toList();
    }

    /** A short name is offered only where there is no long one: who knows it needs no completion. */
    private static Stream<String> offered(Option option) {
        List<String> names =
                option.names().stream().filter(name -> name.startsWith("--")).toList();
        return (names.isEmpty() ? option.names() : names).stream();
    }

    private static String line(String word, String description) {
        return word + "\t" + description.replaceAll("\\s+", " ");
    }

    private static String description(Expected value) {
        return switch (value) {
            case Expected.OneOf one -> "one-of " + String.join(" ", one.words());
            case Expected.NameOf name -> "name-of " + name.kind().name().toLowerCase(Locale.ROOT);
            case Expected.Text any -> "text";
        };
    }

    private static String words(Command command) {
        return String.join(" ", command.path());
    }
}
