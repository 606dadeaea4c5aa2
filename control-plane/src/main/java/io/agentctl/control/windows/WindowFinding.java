package io.agentctl.control.windows;

import io.agentctl.control.yaml.Node.Position;

/**
 * Something that the author of a file of windows should know.
 *
 * @param severity whether windows can be applied as they are
 * @param window which window
 * @param line where in the file, from 1
 * @param column where in the line, from 1
 * @param message a sentence
 */
public record WindowFinding(Severity severity, String window, int line, int column, String message) {

    /** How bad it is. */
    public enum Severity {
        /** It will not do what was meant. */
        ERROR,
        /** Good to know. */
        NOTE
    }

    static WindowFinding at(Position place, Severity severity, Window window, String message) {
        return new WindowFinding(severity, window.name(), place.line(), place.column(), message);
    }
}
