package io.agentctl.cli.terminal;

import io.agentctl.cli.option.Verbosity;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.terminal.Streams.Stream;
import io.agentctl.control.progress.ProgressListener;
import java.io.PrintWriter;

/** A listener that shows what it hears on stderr. */
interface Progress extends ProgressListener {

    /** Takes away what must not stand where something else is about to be written. */
    void clear();

    /** What suits the stream: a line that is redrawn on a terminal, lines elsewhere, nothing with {@code --quiet}. */
    static Progress on(Stream stream, PrintWriter talk, Theme theme, Verbosity verbosity, Interrupts interrupts) {
        if (verbosity == Verbosity.QUIET) {
            return new ProgressLog(new PrintWriter(PrintWriter.nullWriter()), false, interrupts);
        }
        return stream.isTerminal() && theme.colour()
                ? new ProgressLine(talk, theme, stream.columns().getAsInt(), interrupts)
                : new ProgressLog(talk, verbosity != Verbosity.NORMAL, interrupts);
    }
}
