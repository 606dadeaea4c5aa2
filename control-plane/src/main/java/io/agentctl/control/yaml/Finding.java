package io.agentctl.control.yaml;

import io.agentctl.control.yaml.Node.Position;
import java.util.Locale;

/**
 * Something that the author of a file should know.
 *
 * @param severity whether the file is refused
 * @param file as messages name it
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and, where that can be told, what would be right
 */
public record Finding(Severity severity, String file, int line, int column, String message) {

    /** How bad it is. */
    public enum Severity {
        /** The file is refused. */
        ERROR,
        /** It is taken, and may not do what was meant. */
        WARNING,
        /** It is taken, and there is something to know. */
        NOTE
    }

    public static Finding of(Severity severity, Position position, String message) {
        return new Finding(severity, position.file(), position.line(), position.column(), message);
    }

    /** As compilers write it, so that editors can jump to it: {@code file:line:column: error: message}. */
    public String text() {
        return "%s:%d:%d: %s: %s".formatted(file, line, column, severity.name().toLowerCase(Locale.ROOT), message);
    }
}
