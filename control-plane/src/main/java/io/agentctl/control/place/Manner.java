package io.agentctl.control.place;

import java.time.Duration;
import java.util.Optional;

/**
 * How commands behave at a place, whatever they do there.
 *
 * @param readOnly refuses every call that could change something
 * @param timeout how long to wait for an end, in place of each capability's own limit
 */
public record Manner(boolean readOnly, Optional<Duration> timeout) {

    /** Changes are made, each capability waits as it sees fit. */
    public static final Manner USUAL = new Manner(false, Optional.empty());

    Duration timeoutOr(Duration usual) {
        return timeout.orElse(usual);
    }
}
