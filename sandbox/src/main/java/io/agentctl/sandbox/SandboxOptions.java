package io.agentctl.sandbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * How a sandbox runs, apart from what it simulates.
 *
 * @param port the loopback port, or 0 for any that is free
 * @param clock what its clock runs with; a fixed one moves only when told
 * @param functionJar the governance function's jar, for worlds whose function is to run it; empty to go by the model
 * @param taskProgram what containers of the image {@code agentctl} run in standalone tasks; empty for nothing
 */
public record SandboxOptions(int port, InstantSource clock, Optional<Path> functionJar, Optional<Path> taskProgram) {
    private static final int HIGHEST_PORT = 65_535;

    /** Validates. */
    public SandboxOptions {
        Objects.requireNonNull(clock, "clock");
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
    }

    /** Any free port and the system's clock. */
    public static SandboxOptions usual() {
        return new SandboxOptions(0, InstantSource.system(), Optional.empty(), Optional.empty());
    }

    /** The same on another port. */
    public SandboxOptions onPort(int other) {
        return new SandboxOptions(other, clock, functionJar, taskProgram);
    }

    /** The same with the governance function's jar. */
    public SandboxOptions withFunctionJar(Optional<Path> jar) {
        return new SandboxOptions(port, clock, jar, taskProgram);
    }

    /** The same with a program for standalone tasks. */
    public SandboxOptions withTaskProgram(Optional<Path> program) {
        return new SandboxOptions(port, clock, functionJar, program);
    }

    /** The same with a clock that runs with another. */
    public SandboxOptions withClock(InstantSource other) {
        return new SandboxOptions(port, other, functionJar, taskProgram);
    }
}
