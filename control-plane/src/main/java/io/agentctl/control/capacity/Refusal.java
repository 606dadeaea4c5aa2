package io.agentctl.control.capacity;

import java.time.Instant;
import java.util.Optional;

/**
 * Why DynamoDB would refuse a change.
 *
 * @param reason a clause for the reader
 * @param possibleAt when it will be possible; empty if that does not depend on time, or cannot be known
 * @param advice what can be done
 */
public record Refusal(String reason, Optional<Instant> possibleAt, String advice) {

    /** The reason, and when it will be possible. */
    @Override
    public String toString() {
        return reason + possibleAt.map(at -> "; possible from " + at + " on").orElse("");
    }
}
