package io.agentctl.plane.access;

import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.identity.Role;
import java.util.List;
import java.util.Set;

/**
 * Roles for some callers, on some things.
 *
 * @param to whom: ARNs, or {@code token:NAME}; at least one. A pattern with a {@code #} is compared with role and
 *     session, any other with the role alone
 * @param roles at least one
 * @param capabilities such as {@code ecs}
 * @param resources such as {@code ecs-service:main/api}; they limit changes and approvals, not what is only looked at
 */
public record Grant(List<Glob> to, Set<Role> roles, List<Glob> capabilities, List<Glob> resources) {

    private static final String SESSION = "#";

    public Grant {
        to = List.copyOf(to);
        roles = Set.copyOf(roles);
        capabilities = List.copyOf(capabilities);
        resources = List.copyOf(resources);
        if (to.isEmpty() || roles.isEmpty() || capabilities.isEmpty() || resources.isEmpty()) {
            throw new IllegalArgumentException("a grant of nothing, or to nobody");
        }
    }

    /** Roles without limits. */
    public static Grant everywhere(Glob to, Set<Role> roles) {
        return new Grant(List.of(to), roles, List.of(Glob.ALL), List.of(Glob.ALL));
    }

    boolean isTo(Caller caller) {
        return to.stream()
                .anyMatch(glob -> glob.matches(glob.text().contains(SESSION) ? caller.name() : caller.subject()));
    }

    boolean gives(Role role) {
        return roles.stream().anyMatch(given -> given.includes(role));
    }

    boolean covers(Demand.Part part, Deed deed) {
        return capabilities.stream().anyMatch(glob -> glob.matches(part.capability()))
                && (deed == Deed.LOOK || coversResource(part));
    }

    /** Where it is not known what is changed, only a grant on everything is enough. */
    private boolean coversResource(Demand.Part part) {
        return resources.stream().anyMatch(glob -> part.resource()
                .map(resource -> glob.matches(resource.toString()))
                .orElseGet(() -> glob.equals(Glob.ALL)));
    }
}
