package io.agentctl.cli.output;

/**
 * What the program looks like on one stream.
 *
 * @param colour whether escape sequences may be written
 * @param unicode whether more than ASCII may be written
 */
public record Theme(boolean colour, boolean unicode) {

    /** For files, pipes and tests. */
    public static final Theme PLAIN = new Theme(false, true);

    private static final String RESET = "\u001b[0m";

    /** The text, coloured by its tone if colour is on. */
    public String paint(Tone tone, String text) {
        return colour && tone != Tone.PLAIN && !text.isEmpty() ? escape(tone) + text + RESET : text;
    }

    /** What stands before something that went well. */
    public String tick() {
        return unicode ? "✓" : "+";
    }

    /** What stands before something that went wrong. */
    public String cross() {
        return unicode ? "✗" : "x";
    }

    /** What stands between an old and a new value. */
    public String arrow() {
        return unicode ? "→" : "->";
    }

    /** What stands for text that was cut off; one column wide. */
    public String ellipsis() {
        return unicode ? "…" : "~";
    }

    /** Eight bars from lowest to highest. */
    public String bars() {
        return unicode ? "▁▂▃▄▅▆▇█" : "_.-=+*%#";
    }

    private static String escape(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case STRONG -> "\u001b[1m";
            case FAINT -> "\u001b[2m";
            case ACCENT -> "\u001b[36m";
            case GOOD -> "\u001b[32m";
            case WARNING -> "\u001b[33m";
            case BAD -> "\u001b[31m";
            case ALERT -> "\u001b[1;97;41m";
        };
    }
}
