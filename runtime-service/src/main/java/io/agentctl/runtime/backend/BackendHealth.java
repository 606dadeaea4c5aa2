package io.agentctl.runtime.backend;

import java.time.Instant;
import java.util.Optional;

/**
 * How a back end is doing.
 *
 * @param name as the configuration calls it
 * @param inFlight calls under way
 * @param lastError what went wrong last, if anything did
 */
public record BackendHealth(
        String name, Circuit circuit, int inFlight, Optional<String> lastError, Optional<Instant> lastErrorAt) {

    /** State of the circuit breaker. */
    public enum Circuit {
        CLOSED,
        OPEN,
        HALF_OPEN
    }
}
