package io.agentctl.cli.shell;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/**
 * A word of a command line and what it is there.
 *
 * @param argument the option or parameter that it names or gives a value to
 */
record Token(Word word, Kind kind, Optional<ArgSpec> argument) {

    /** What a word can be. */
    enum Kind {
        /** The program's own name, a session's command, a noun or a verb. */
        COMMAND,
        /** The name of an option, perhaps with its value behind {@code =}. */
        OPTION,
        /** The value of the option before it. */
        VALUE,
        /** A parameter of the verb. */
        PARAMETER,
        /** Nothing that the program knows. */
        UNKNOWN
    }

    /** True if the word is, or has in it, a value of its argument. */
    boolean holdsValue() {
        return switch (kind) {
            case VALUE, PARAMETER -> true;
            case OPTION -> attachedAt() > 0;
            case COMMAND, UNKNOWN -> false;
        };
    }

    /** The value that the word gives to its argument. */
    String value() {
        return kind == Kind.OPTION ? word.text().substring(attachedAt()) : word.text();
    }

    /** Where the value begins that is attached to an option's name; 0 if there is none. */
    int attachedAt() {
        String text = word.text();
        if (text.startsWith("--")) {
            return text.indexOf('=') + 1;
        }
        if (text.length() <= 2) {
            return 0;
        }
        return text.charAt(2) == '=' ? 3 : 2;
    }
}
