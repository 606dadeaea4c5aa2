package io.agentctl.cli.screen;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Where a screen gets its terminal from: the system, or the session that the command runs in. */
@FunctionalInterface
public interface TerminalSource {

    /** A terminal until it is closed. */
    Loan open() throws IOException;

    /**
     * A terminal, and who closes it.
     *
     * @param terminal to be left as it was found
     * @param lent true if it belongs to a session, which goes on with it
     */
    record Loan(Terminal terminal, boolean lent) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (!lent) {
                terminal.close();
            }
        }
    }

    /** The system's terminal. */
    static Loan ofSystem() throws IOException {
        return new Loan(system(), false);
    }

    /** A terminal that goes on after the screen. */
    static TerminalSource lending(Terminal terminal) {
        return () -> new Loan(terminal, true);
    }

    /**
     * Opens the system's terminal, by the system's own programs: JLine's other ways need native code, of which the JVM
     * would warn. It is not asked what it can do with wide characters: a late answer, as over ssh, would pass for keys.
     */
    static Terminal system() throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .provider("exec")
                .dumb(false)
                .nativeSignals(true)
                .graphemeCluster(false)
                .build();
    }
}
