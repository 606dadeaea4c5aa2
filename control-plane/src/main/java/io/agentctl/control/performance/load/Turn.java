package io.agentctl.control.performance.load;

import io.agentctl.control.performance.scenario.Part;
import java.time.Instant;
import java.util.Optional;

/**
 * Which part of a scenario is sent, and from when on.
 *
 * @param part all of it, or what falls to one of several generators
 * @param begin when the first stage begins; nothing for at once
 */
public record Turn(Part part, Optional<Instant> begin) {

    /** All of it, at once. */
    public static final Turn WHOLE = new Turn(Part.WHOLE, Optional.empty());
}
