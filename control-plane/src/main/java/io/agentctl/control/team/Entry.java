package io.agentctl.control.team;

import java.time.Instant;
import java.util.Optional;

/**
 * A record as it is kept.
 *
 * @param key in its partition
 * @param document JSON
 * @param version counts the writes, from 1
 * @param expiresAt when DynamoDB may delete it, which it does within days; whoever reads it must look for itself
 */
public record Entry(String key, String document, long version, Optional<Instant> expiresAt) {

    /** One that was never written. */
    public static Entry first(String key, String document, Optional<Instant> expiresAt) {
        return new Entry(key, document, 1, expiresAt);
    }

    /** The next version of it. */
    public Entry next(String changed, Optional<Instant> until) {
        return new Entry(key, changed, version + 1, until);
    }
}
