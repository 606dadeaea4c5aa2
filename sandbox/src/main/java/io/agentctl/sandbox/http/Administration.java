package io.agentctl.sandbox.http;

import io.agentctl.sandbox.fault.Faults;
import io.agentctl.sandbox.time.SandboxClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be asked of a sandbox as a whole. */
public interface Administration {
    /** How it is: process, port, clock, world. */
    Map<String, Object> status();

    /** Begins the present world anew; faults and calls are forgotten. */
    void reset();

    /**
     * Begins another world.
     *
     * @param yaml the document, or {@code default} for the world that is built in
     * @param directory what traces' file names are relative to
     * @param seed instead of the document's own
     */
    void load(String yaml, Path directory, OptionalLong seed);

    /** Moves the clock forward. */
    void advance(Duration by);

    /** The clock. */
    SandboxClock clock();

    /**
     * Sets how much real time invocations of functions take of the time that they report.
     *
     * @param scale 0 to 1
     */
    void lambdaTimeScale(double scale);

    /** The code of a function as it was uploaded; what {@code GetFunction} leads to. */
    Optional<byte[]> code(String function);

    /** The faults in force. */
    Faults faults();

    /** The calls so far. */
    CallLog calls();

    /** Ends the sandbox, after the answer is sent. */
    void stop();
}
