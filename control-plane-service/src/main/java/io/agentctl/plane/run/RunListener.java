package io.agentctl.plane.run;

/** Hears of runs, for the log and the audit. Implementations must not block. */
public interface RunListener {

    /** A run is over. */
    void ended(Run run);

    /** A run failed, or its end could not be kept; the exception has the cause that callers are not shown. */
    void failed(Run run, RuntimeException failure);
}
