package io.agentctl.cli.terminal;

import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import java.io.PrintWriter;

/**
 * Ctrl-C of a process that runs one command. As long as no use case listens, the JVM ends the process at once with 130:
 * then there is nothing that could be left half done. Once one does, the first Ctrl-C asks it to stop after its step,
 * and the second ends the process whatever it does: the journal has what is needed to go on.
 */
public final class SignalInterrupts implements Interrupts {

    private final PrintWriter talk;
    private final Cancellation cancellation = new Cancellation();
    private boolean installed;

    public SignalInterrupts(PrintWriter talk) {
        this.talk = talk;
    }

    @Override
    public synchronized Cancellation cancellation() {
        if (!installed) {
            installed = true;
            Signals.onInterrupt(this::interrupted);
        }
        return cancellation;
    }

    private void interrupted() {
        if (cancellation.requested()) {
            Runtime.getRuntime().halt(ErrorCode.INTERRUPTED.exitCode());
        }
        // Said before it is asked for: what stops may have ended, and said so, by the time this thread goes on.
        talk.println("Stopping after this step. Press Ctrl-C again to stop at once.");
        talk.flush();
        cancellation.request();
    }
}
