package io.agentctl.sandbox;

import java.time.InstantSource;
import java.util.Objects;

/**
 * How a sandbox runs, apart from what it simulates.
 *
 * @param port the loopback port, or 0 for any that is free
 * @param clock what its clock runs with; a fixed one moves only when told
 */
public record SandboxOptions(int port, InstantSource clock) {
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
        return new SandboxOptions(0, InstantSource.system());
    }

    /** The same on another port. */
    public SandboxOptions onPort(int other) {
        return new SandboxOptions(other, clock);
    }

    /** The same with a clock that runs with another. */
    public SandboxOptions withClock(InstantSource other) {
        return new SandboxOptions(port, other);
    }
}
