package io.agentctl.control.remote.team;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token that was handed out, without what proves it.
 *
 * @param roles that it gives without limits; none where the configuration grants some to {@code token:NAME}
 * @param createdAt when it was made; unknown for those in a file
 * @param createdBy by whom; empty if unknown
 */
public record Token(String name, List<String> roles, Instant expiresAt, Optional<Instant> createdAt, String createdBy) {

    public Token {
        roles = List.copyOf(roles);
    }
}
