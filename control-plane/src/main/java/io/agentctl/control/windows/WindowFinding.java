package io.agentctl.control.windows;

/**
 * Something that the author of a file of windows should know.
 *
 * @param severity whether windows can be applied as they are
 * @param window which window; empty for the file as a whole
 * @param message a sentence
 */
public record WindowFinding(Severity severity, String window, String message) {

    /** How bad it is. */
    public enum Severity {
        /** It will not do what was meant. */
        ERROR,
        /** Good to know. */
        NOTE
    }
}
