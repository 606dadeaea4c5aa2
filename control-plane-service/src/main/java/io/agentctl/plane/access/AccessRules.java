package io.agentctl.plane.access;

import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All grants, and what follows from them.
 *
 * @param grants of the configuration; what a token carries is added to them
 */
public record AccessRules(List<Grant> grants) {

    public AccessRules {
        grants = List.copyOf(grants);
    }

    /** Whether a caller may do something; no, unless for each of its parts a grant says so. */
    public Decision decide(Caller caller, Demand demand) {
        List<Grant> own = of(caller).toList();
        if (own.isEmpty()) {
            return Decision.deny(caller.name() + " is known, but has no role here");
        }
        for (Demand.Part part : demand.parts()) {
            Optional<Decision> no = refused(caller, own, demand, part);
            if (no.isPresent()) {
                return no.get();
            }
        }
        return Decision.allow("as " + word(demand.deed().role()) + " of "
                + demand.parts().getFirst().capability());
    }

    private static Optional<Decision> refused(Caller caller, List<Grant> own, Demand demand, Demand.Part part) {
        Role needed = demand.deed().role();
        List<Grant> given = own.stream().filter(grant -> grant.gives(needed)).toList();
        if (given.stream().anyMatch(grant -> grant.covers(part, demand.deed()))) {
            return Optional.empty();
        }
        String lacks = given.isEmpty()
                ? " has not the role " + word(needed)
                : " has the role " + word(needed) + ", but not for " + part;
        return Optional.of(Decision.deny(
                "to " + demand.deed().verb() + " " + part + " (" + demand.what() + ") " + caller.name() + lacks));
    }

    /** Every role that a caller has anywhere. */
    public Set<Role> roles(Caller caller) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        of(caller).forEach(grant -> roles.addAll(grant.roles()));
        return roles;
    }

    private Stream<Grant> of(Caller caller) {
        Stream<Grant> configured = grants.stream().filter(grant -> grant.isTo(caller));
        return caller.roles().isEmpty()
                ? configured
                : Stream.concat(Stream.of(Grant.everywhere(new Glob(caller.name()), caller.roles())), configured);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
