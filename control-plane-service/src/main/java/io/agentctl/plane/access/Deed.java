package io.agentctl.plane.access;

import io.agentctl.control.catalogue.Access;
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

    /** What running a use case is. */
    public static Deed of(Access access) {
        return switch (access) {
            case READ -> LOOK;
            case CHANGE -> CHANGE;
        };
    }

    /** What a role is for. */
    public static Deed of(Role role) {
        return switch (role) {
            case VIEWER -> LOOK;
            case OPERATOR -> CHANGE;
            case APPROVER -> APPROVE;
            case ADMIN -> ADMINISTER;
        };
    }

    /** The role that it takes. */
    public Role role() {
        return role;
    }

    String verb() {
        return verb;
    }
}
