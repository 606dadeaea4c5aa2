package io.agentctl.policies.document;

/**
 * A file that was read.
 *
 * @param file its name as the user gave it
 * @param text all of it
 */
public record SourceText(String file, String text) {

    /** Where a code point is. An index past the end is the place after the last character. */
    SourcePosition position(int index) {
        ScalarCursor cursor = new ScalarCursor(text, 0, SourcePosition.START);
        for (int i = 0; i < index && !cursor.atEnd(); i++) {
            cursor.step();
        }
        return cursor.position();
    }
}
