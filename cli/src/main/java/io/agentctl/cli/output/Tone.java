package io.agentctl.cli.output;

/** What a piece of text means to its reader; the {@link Theme} decides how that looks. */
public enum Tone {
    PLAIN,
    STRONG,
    FAINT,
    /** What is told from other things beside it, and is neither good nor bad. */
    ACCENT,
    GOOD,
    WARNING,
    BAD,
    /** What must not be overlooked by whoever is about to act: it is filled, not only coloured. */
    ALERT
}
