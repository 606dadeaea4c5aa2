package io.agentctl.control.windows.run;

/** What is to be done with a service. */
public enum Deed {
    /** It is as it should be, or is left alone; the decision says why. */
    NOTHING,
    /** Remember what it is, hold its scaling, let it go down to the floor. */
    SLEEP,
    /** Bring back what it was. */
    WAKE,
    /** Somebody changed it inside its window, which is enforced. */
    PUT_BACK,
    /** It sleeps, but not at the floor that its window has now. */
    MOVE_FLOOR,
    /** What is remembered is of a service that is not there any more. */
    FORGET
}
