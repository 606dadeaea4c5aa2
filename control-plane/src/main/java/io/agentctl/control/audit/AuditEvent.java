package io.agentctl.control.audit;

/** What an entry is about. */
public enum AuditEvent {
    /** Somebody proved who they are, and a session began. */
    SIGNED_IN,
    /** A session was ended. */
    SIGNED_OUT,
    /** A proof was not taken. */
    REFUSED,
    /** Something was let begin. */
    ALLOWED,
    /** Something was not. */
    DENIED,
    /** Something waits for a second person. */
    WAITING,
    /** A second person agreed. */
    APPROVED,
    /** A second person, or who asked, refused. */
    REJECTED,
    /** Something was carried out. */
    SUCCEEDED,
    /** Something ended otherwise. */
    FAILED,
    /** A token was made. */
    TOKEN_MADE,
    /** A token was revoked. */
    TOKEN_REVOKED
}
