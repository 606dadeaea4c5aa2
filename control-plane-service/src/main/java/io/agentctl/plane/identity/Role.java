package io.agentctl.plane.identity;

/** What somebody may do, each role with the reading that it takes to do it. */
public enum Role {

    /** Looks: lists, advice, plans, histories. */
    VIEWER,

    /** Changes things: applies plans, undoes, resumes, cancels. */
    OPERATOR,

    /** Agrees to what another asked for, or refuses it; changes nothing. */
    APPROVER,

    /** All of that, and tokens. */
    ADMIN;

    /** Whether whoever has this role may do what the other is for. */
    public boolean includes(Role other) {
        return switch (this) {
            case ADMIN -> true;
            case OPERATOR, APPROVER -> other == this || other == VIEWER;
            case VIEWER -> other == VIEWER;
        };
    }
}
