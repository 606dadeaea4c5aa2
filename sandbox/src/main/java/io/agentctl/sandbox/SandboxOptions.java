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
 */
public record SandboxOptions(int port, InstantSource clock, Optional<Path> functionJar) {
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
        return new SandboxOptions(0, InstantSource.system(), Optional.empty());
    }

    /** The same on another port. */
    public SandboxOptions onPort(int other) {
        return new SandboxOptions(other, clock, functionJar);
    }

    /** The same with the governance function's jar. */
    public SandboxOptions withFunctionJar(Optional<Path> jar) {
        return new SandboxOptions(port, clock, jar);
    }

    /** The same with a clock that runs with another. */
    public SandboxOptions withClock(InstantSource other) {
        return new SandboxOptions(port, other, functionJar);
    }
}
