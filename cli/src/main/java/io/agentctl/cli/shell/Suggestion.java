package io.agentctl.cli.shell;

/**
 * What could be typed at the cursor.
 *
 * @param value the whole word
 * @param description one line, or empty
 * @param whole true if a space may follow; false for a folder or an option that wants a value after {@code =}
 */
record Suggestion(String value, String description, boolean whole) {

    static Suggestion of(String value, String description) {
        return new Suggestion(value, description, true);
    }
}
