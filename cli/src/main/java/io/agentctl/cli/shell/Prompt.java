package io.agentctl.cli.shell;

import io.agentctl.cli.output.Tone;

/**
 * What stands before a line: where commands go, and what to beware of there.
 *
 * @param context its name
 * @param production whether what is changed there may be in use
 * @param readOnly whether nothing can be changed
 */
record Prompt(String context, boolean production, boolean readOnly) {

    /** What stands before the further lines of a command. */
    static final String MORE = "... ";

    /** In words, since colour may be missing: {@code prod (production, read-only)> }. */
    String text() {
        String beware = production && readOnly
                ? " (production, read-only)"
                : production ? " (production)" : readOnly ? " (read-only)" : "";
        return context + beware + "> ";
    }

    Tone tone() {
        if (production) {
            return Tone.BAD;
        }
        return readOnly ? Tone.WARNING : Tone.GOOD;
    }
}
