package io.agentctl.control.remote.team;

import java.time.Duration;
import java.util.List;

/**
 * A token to be made.
 *
 * @param name 1 to 64 lower-case letters, digits and hyphens
 * @param roles of viewer, operator, approver and admin; or none
 * @param validFor at most 366 days
 */
public record TokenWish(String name, List<String> roles, Duration validFor) {

    public TokenWish {
        roles = List.copyOf(roles);
    }
}
