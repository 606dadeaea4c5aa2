package io.agentctl.runtime.telemetry;

/** Takes notes of what happens to the runtime itself; must not block. */
public interface EventLog {

    /** Something that is as it should be. */
    void note(String event, String message);

    /** Something that somebody should look at. */
    void warn(String event, String message);
}
