package io.agentctl.policies.document;

/** What the denials of a policy do. */
public enum Mode {
    /** They deny. */
    ENFORCE,
    /** They are told to the caller and recorded, and do not deny. */
    WARN,
    /** They are recorded, and do not deny. */
    AUDIT
}
