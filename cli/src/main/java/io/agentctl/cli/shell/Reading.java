package io.agentctl.cli.shell;

import io.agentctl.cli.command.Entry;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the words of a line say, and what may follow them.
 *
 * @param tokens what each word is
 * @param session the session's own command, if the line begins with one
 * @param path the nouns and the verb, such as {@code ecs rightsize}
 * @param at the noun or verb that the path leads to
 * @param spec its options and parameters, those that all commands take among them
 * @param awaited the option whose value comes next
 * @param parameters how many parameters the line has so far
 */
record Reading(
        List<Token> tokens,
        Optional<SessionCommand> session,
        List<String> path,
        Entry at,
        CommandSpec spec,
        Optional<ArgSpec> awaited,
        int parameters) {

    Reading {
        tokens = List.copyOf(tokens);
        path = List.copyOf(path);
    }

    /** True if a command's name may come next. */
    boolean awaitsCommand() {
        boolean open = session.map(SessionCommand::takesCommand).orElse(true);
        return open && awaited.isEmpty() && at instanceof Entry.Noun;
    }

    /** True if the line has no word yet but options. */
    boolean atStart() {
        return session.isEmpty() && path.isEmpty();
    }

    /** The parameter that a further word would be. */
    Optional<ArgSpec> nextParameter() {
        return spec.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(parameters))
                .<ArgSpec>map(parameter -> parameter)
                .findFirst();
    }
}
