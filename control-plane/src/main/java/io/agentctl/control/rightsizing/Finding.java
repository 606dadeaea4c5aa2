package io.agentctl.control.rightsizing;

/** What was found of a service's size. */
public enum Finding {
    /** More is paid for than is needed. */
    OVER,
    /** Less runs than is needed. */
    UNDER,
    /** No change is worth it. */
    RIGHT,
    /** It cannot be said; nothing is to be changed. */
    UNKNOWN
}
