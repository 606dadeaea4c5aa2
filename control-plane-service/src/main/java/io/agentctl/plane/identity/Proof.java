package io.agentctl.plane.identity;

import java.util.Optional;

/**
 * What a request shows.
 *
 * @param authorization the Authorization header
 * @param cookie the Cookie header
 * @param site where it comes from
 */
public record Proof(Optional<String> authorization, Optional<String> cookie, SiteCheck site) {

    @Override
    public String toString() {
        return "Proof[***]";
    }
}
