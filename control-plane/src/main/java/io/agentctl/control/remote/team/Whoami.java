package io.agentctl.control.remote.team;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody is to a control plane.
 *
 * @param caller as journals and the audit log name them
 * @param roles all that they have anywhere
 * @param expiresAt when their session ends, where there is one
 * @param secret never told here
 * @param csrf for pages
 */
public record Whoami(
        String caller,
        List<String> roles,
        Optional<Instant> expiresAt,
        Optional<String> secret,
        Optional<String> csrf) {

    public Whoami {
        roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
        return "Whoami[" + caller + ", " + roles + "]";
    }
}
