package io.agentctl.control.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the places between two effects of a program, each journal write and each AWS call having one before and one
 * after. At the place with a chosen number the process kills itself, with SIGKILL: no finally block and no shutdown
 * hook runs. Heartbeats would count too, so give the program under test leases that outlast it.
 */
public final class Boundaries {

    /** The place to die at, counted from 1; 0 to live. */
    static final String DIE_AT = "agentctl.test.dieAt";

    /** A file that gets a line for each place that was passed. */
    static final String LOG = "agentctl.test.boundaries";

    private final int dieAt;
    private final Path log;
    private int passed;

    private Boundaries(int dieAt, Path log) {
        this.dieAt = dieAt;
        this.log = log;
    }

    /** As the harness told this process, in its system properties. */
    public static Boundaries ofThisProcess() {
        return new Boundaries(Integer.getInteger(DIE_AT), Path.of(System.getProperty(LOG)));
    }

    /** Passes a place, or dies at it. */
    public synchronized void pass(String place) {
        passed++;
        try {
            Files.writeString(log, place + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (passed == dieAt) {
                killThisProcess();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void killThisProcess() throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-9", pid).start();
        while (true) {
            LockSupport.park();
        }
    }
}
