package io.agentctl.plane.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A bearer token as it is kept: without its secret.
 *
 * @param name 1 to 64 lower-case letters, digits and hyphens
 * @param sha256 of the whole token, as 64 hex digits
 * @param roles that it gives without limits; none for one whose roles the configuration sets
 * @param expiresAt when it ends
 * @param createdAt when it was made; unknown for those in a file
 * @param createdBy by whom; empty if unknown
 */
public record Token(
        String name, String sha256, Set<Role> roles, Instant expiresAt, Optional<Instant> createdAt, String createdBy) {

    /** What a token's name is made of. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Token {
        roles = Set.copyOf(roles);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a token's name is 1 to 64 lower-case letters, digits and hyphens, not '" + name + "'");
        }
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("the hash of a token is 64 lower-case hex digits");
        }
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Caller caller() {
        return new Caller(subject(name), roles, Caller.Kind.TOKEN);
    }

    /** What whoever has a token of this name is called. */
    static String subject(String name) {
        return "token:" + name;
    }
}
