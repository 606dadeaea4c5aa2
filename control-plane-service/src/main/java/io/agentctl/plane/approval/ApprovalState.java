package io.agentctl.plane.approval;

/** Where an approval stands. */
public enum ApprovalState {
    /** Somebody has to decide. */
    PENDING,
    /** Agreed to, and not yet used. */
    APPROVED,
    /** Refused. */
    REJECTED,
    /** Nobody decided in time, or what was agreed to was not done in time. */
    EXPIRED,
    /** Agreed to, and carried out. */
    USED;

    boolean over() {
        return switch (this) {
            case PENDING, APPROVED -> false;
            case REJECTED, EXPIRED, USED -> true;
        };
    }
}
