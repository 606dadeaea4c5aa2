package io.agentctl.cli.error;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.control.error.Suggestions;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What was wrong with a command line.
 *
 * @param message one line
 * @param advice what was probably meant, and where help is
 */
record UsageMistake(String message, String advice) {

    static UsageMistake of(ParameterException exception) {
        CommandLine commandLine = exception.getCommandLine();
        String command = commandLine.getCommandSpec().qualifiedName();
        String help = "See '" + command + " --help'.";
        if (exception instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched, commandLine.getCommandSpec(), help);
        }
        String message = exception.getMessage().lines().findFirst().orElse("not understood");
        return new UsageMistake(message, help);
    }

    private static UsageMistake unmatched(UnmatchedArgumentException exception, CommandSpec spec, String help) {
        String word = exception.getUnmatched().getFirst();
        String in = " for '" + spec.qualifiedName() + "'";
        if (exception.isUnknownOption()) {
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return new UsageMistake("unknown option " + name + in, joined(near(name, sameLook(name, spec)), help));
        }
        if (!(spec.userObject() instanceof Noun noun)) {
            return new UsageMistake("'" + word + "' is one argument too many" + in, help);
        }
        String kind = spec.parent() == null ? "command" : "verb";
        List<String> names = noun.listed().stream().map(Entry::name).toList();
        return new UsageMistake("unknown " + kind + " '" + word + "'" + in, joined(near(word, names), help));
    }

    /** Names with as many hyphens: {@code -o} is no answer to {@code --outpt}. */
    private static List<String> sameLook(String name, CommandSpec spec) {
        return spec.optionsMap().keySet().stream()
                .filter(option -> option.startsWith("--") == name.startsWith("--"))
                .toList();
    }

    private static String near(String word, List<String> candidates) {
        return Suggestions.sentence(word, candidates);
    }

    private static String joined(String suggestion, String help) {
        return suggestion.isEmpty() ? help : suggestion + " " + help;
    }
}
