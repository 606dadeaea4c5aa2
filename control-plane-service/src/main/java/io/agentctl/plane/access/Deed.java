package io.agentctl.plane.access;

import io.agentctl.plane.identity.Role;

/** What somebody wants to do, and the role that is for it. */
public enum Deed {
    LOOK(Role.VIEWER, "look at"),
    CHANGE(Role.OPERATOR, "change"),
    APPROVE(Role.APPROVER, "decide on"),
    ADMINISTER(Role.ADMIN, "administer");

    private final Role role;
    private final String verb;

    Deed(Role role, String verb) {
        this.role = role;
        this.verb = verb;
    }

    /** The role that it takes. */
    public Role role() {
        return role;
    }

    String verb() {
        return verb;
    }
}
