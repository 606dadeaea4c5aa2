package io.agentctl.cli.shell;

import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.completion.Expected;
import io.agentctl.cli.completion.NameKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What may be typed next: a function of what was typed and of the names that are known.
 *
 * @param files the files that a beginning may become
 */
record Completion(Grammar grammar, Names names, Function<String, List<Suggestion>> files) {

    /** What the word at the end of a line may become, commands before options, in the order of help. */
    List<Suggestion> suggest(Words typed) {
        Reading reading = grammar.read(typed.beforeLast());
        String begun = typed.last().text();
        return begun.startsWith("-") && reading.awaited().isEmpty()
                ? options(reading, begun)
                : words(reading, begun)
                        .filter(suggestion -> suggestion.value().startsWith(begun))
                        .toList();
    }

    private Stream<Suggestion> words(Reading reading, String begun) {
        if (reading.awaited().isPresent()) {
            return values(reading.path(), reading.awaited().get(), begun);
        }
        if (reading.awaitsCommand()) {
            return commands(reading);
        }
        if (reading.session().flatMap(SessionCommand::names).isPresent()) {
            return reading.parameters() == 0
                    ? names(reading.session().flatMap(SessionCommand::names).orElseThrow(), begun)
                    : Stream.empty();
        }
        Optional<ArgSpec> parameter = reading.nextParameter();
        List<Suggestion> named = parameter.stream()
                .flatMap(argument -> values(reading.path(), argument, begun))
                .toList();
        boolean ofNames = parameter
                .filter(argument -> Expected.of(reading.path(), argument) instanceof Expected.NameOf)
                .isPresent();
        return begun.isEmpty() && named.isEmpty() && !ofNames ? options(reading, "").stream() : named.stream();
    }

    private Stream<Suggestion> commands(Reading reading) {
        Stream<Suggestion> own = reading.atStart()
                ? Arrays.stream(SessionCommand.values())
                        .map(command -> Suggestion.of(command.word(), command.description()))
                : Stream.empty();
        Stream<Suggestion> program =
                ((Noun) reading.at()).listed().stream().map(entry -> Suggestion.of(entry.name(), entry.description()));
        return Stream.concat(program, own);
    }

    private List<Suggestion> options(Reading reading, String begun) {
        int equals = begun.indexOf('=');
        if (equals > 0) {
            String name = begun.substring(0, equals + 1);
            OptionSpec option = reading.spec().optionsMap().get(begun.substring(0, equals));
            return option == null
                    ? List.of()
                    : values(reading.path(), option, begun.substring(equals + 1))
                            .map(value -> new Suggestion(name + value.value(), value.description(), value.whole()))
                            .filter(suggestion -> suggestion.value().startsWith(begun))
                            .toList();
        }
        Set<ArgSpec> given = reading.tokens().stream()
                .flatMap(token -> token.argument().stream())
                .collect(Collectors.toSet());
        List<OptionSpec> options = new ArrayList<>(reading.spec().options());
        if (reading.session().filter(SessionCommand.WATCH::equals).isPresent()) {
            options.addFirst(Grammar.EVERY);
        }
        return options.stream()
                .filter(option -> !option.hidden() && (option.isMultiValue() || !given.contains(option)))
                // What only this command takes comes first.
                .sorted((one, other) -> Boolean.compare(one.inherited(), other.inherited()))
                .flatMap(option -> Arrays.stream(option.names())
                        .filter(name -> name.startsWith(begun))
                        .filter(name -> begun.length() == 1 || name.startsWith("--") || option.names().length == 1)
                        .map(name -> Suggestion.of(name, String.join(" ", option.description()))))
                .toList();
    }

    private Stream<Suggestion> values(List<String> path, ArgSpec argument, String begun) {
        return switch (Expected.of(path, argument)) {
            case Expected.OneOf one -> one.words().stream().map(value -> Suggestion.of(value, ""));
            case Expected.NameOf name -> names(name.kind(), begun);
            case Expected.Text any -> Stream.empty();
        };
    }

    private Stream<Suggestion> names(NameKind kind, String begun) {
        return kind == NameKind.FILE
                ? files.apply(begun).stream()
                : names.of(kind).stream().map(name -> Suggestion.of(name, ""));
    }
}
