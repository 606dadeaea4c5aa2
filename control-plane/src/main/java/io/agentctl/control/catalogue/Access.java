package io.agentctl.control.catalogue;

/** What a use case does to the place that it works on. */
public enum Access {

    /** Looks, and changes nothing. */
    READ,

    /** May change something: it writes to the journal first, and can be undone. */
    CHANGE
}
