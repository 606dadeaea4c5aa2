package io.agentctl.cli.shell;

/**
 * A word of a line.
 *
 * @param text without its quotes
 * @param start where it begins in the line
 * @param end where it ends, exclusive
 */
record Word(String text, int start, int end) {

    /** True if it names an option rather than a value: {@code -} alone stands for stdin. */
    boolean isOption() {
        return text.length() > 1 && text.charAt(0) == '-' && !Character.isDigit(text.charAt(1));
    }
}
