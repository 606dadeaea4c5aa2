package io.agentctl.cli.shell;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Noun;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What stands behind the cursor while a line is typed: the rest of the word, and what may follow. */
record Hint(Completion completion) {

    private static final String GAP = "  ";

    /** The hint for a line whose cursor is at its end; empty where nothing helps. */
    String of(String line) {
        Words words = Words.of(line);
        if (words.words().isEmpty()) {
            return "";
        }
        String begun = words.last().text();
        return begun.isEmpty()
                ? next(completion.grammar().read(words.words()))
                : rest(begun, completion.suggest(words));
    }

    private static String rest(String begun, List<Suggestion> suggestions) {
        if (suggestions.size() != 1) {
            return suggestions.stream()
                    .filter(suggestion -> suggestion.value().equals(begun))
                    .findFirst()
                    .map(exact -> described("", exact.description()))
                    .orElse("");
        }
        Suggestion only = suggestions.getFirst();
        return described(only.value().substring(begun.length()), only.description());
    }

    private static String next(Reading reading) {
        if (reading.awaited().isPresent()) {
            return argument(reading.awaited().get());
        }
        if (reading.awaitsCommand()) {
            return ((Noun) reading.at()).listed().stream().map(Entry::name).collect(Collectors.joining(", "));
        }
        if (reading.session().isPresent()) {
            return reading.parameters() == 0 ? reading.session().get().parameters() : "";
        }
        String required = reading.spec().options().stream()
                .filter(option -> option.required()
                        && reading.tokens().stream()
                                .noneMatch(token ->
                                        token.argument().filter(option::equals).isPresent()))
                .map(OptionSpec::longestName)
                .collect(Collectors.joining(" "));
        return reading.nextParameter()
                .map(parameter -> (required.isEmpty() ? "" : required + " ") + argument(parameter))
                .orElse(required);
    }

    private static String argument(ArgSpec argument) {
        String label = argument.required() ? argument.paramLabel() : "[" + argument.paramLabel() + "]";
        return described(label, String.join(" ", argument.description()));
    }

    private static String described(String text, String description) {
        return description.isEmpty() ? text : text + GAP + description;
    }
}
