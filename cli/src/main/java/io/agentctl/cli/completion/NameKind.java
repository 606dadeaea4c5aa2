package io.agentctl.cli.completion;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** Kinds of things that have names, which are completed. */
public enum NameKind {
    CONTEXT,
    SERVICE,
    FUNCTION,
    TABLE,
    ALARM,
    POLICY,
    OPERATION,
    FILE;

    /**
     * What an argument names. The label that help prints says it, together with the noun where a label is used by
     * several.
     *
     * @param path the words of its command, such as {@code ops undo}
     */
    static Optional<NameKind> of(List<String> path, ArgSpec argument) {
        if (argument.type() == Path.class || List.of(argument.auxiliaryTypes()).contains(Path.class)) {
            return Optional.of(FILE);
        }
        String noun = path.isEmpty() ? "" : path.getFirst();
        return switch (argument.paramLabel()) {
            case "SERVICE" -> Optional.of(SERVICE);
            case "FUNCTION", "FUNCTION:ALIAS", "FUNCTION[:ALIAS]" -> Optional.of(FUNCTION);
            case "TABLE" -> Optional.of(TABLE);
            case "DIR|FILE", "FILE|TEXT", "NAME|FILE" -> Optional.of(FILE);
            case "NAME" ->
                switch (noun) {
                    case "alarms" -> argument.isPositional() ? Optional.of(ALARM) : context(argument);
                    case "config" -> Optional.of(CONTEXT);
                    default -> context(argument);
                };
            case "ID", "ID[@VERSION]", "FILE|ID[@VERSION]" ->
                switch (noun) {
                    case "ops" -> Optional.of(OPERATION);
                    case "policy" -> Optional.of(POLICY);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Optional<NameKind> context(ArgSpec argument) {
        return argument instanceof picocli.CommandLine.Model.OptionSpec option
                        && option.longestName().equals("--context")
                ? Optional.of(CONTEXT)
                : Optional.empty();
    }
}
