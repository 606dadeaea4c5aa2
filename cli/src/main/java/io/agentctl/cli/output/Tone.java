package io.agentctl.cli.output;

/** What a piece of text means to its reader; the {@link Theme} decides how that looks. */
public enum Tone {
    PLAIN,
    STRONG,
    FAINT,
    GOOD,
    WARNING,
    BAD
}
