package io.agentctl.cli.terminal;

/** Signals of the process. */
public final class Signals {

    private Signals() {}

    /**
     * Runs something at each Ctrl-C, in place of what was run before, and of the end of the process.
     *
     * <p>JLine reaches the JDK's signals by reflection; naming sun.misc.Signal gives a warning that nothing silences.
     * Not earlier than it is needed: it starts java.util.logging, which takes 30 ms.
     */
    public static void onInterrupt(Runnable handler) {
        org.jline.utils.Signals.register("INT", handler);
    }
}
