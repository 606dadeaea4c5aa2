package io.agentctl.control.rightsizing;

/** Whether it is known which size every percentage was a percentage of. */
public enum Resizes {
    /** Every sample's size is known. */
    RESOLVED,
    /** The size changed within the look-back and it is not known when: no advice can be given. */
    UNRESOLVED
}
