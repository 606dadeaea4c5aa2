package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;

/** Tells faults that pass by themselves from those that do not. */
public final class Faults {

    private Faults() {}

    /**
     * True if doing the same again later, or after logging in, may succeed: the operation then stays open. False if the
     * answer was final, such as access denied or an invalid parameter: the operation is then put back.
     */
    public static boolean passing(AgentctlException fault) {
        return switch (fault.code()) {
            case THROTTLED, UNREACHABLE, INTERRUPTED, STILL_RUNNING, NOT_SIGNED_IN -> true;
            case FAILED,
                    CONFLICT,
                    STALE_PLAN,
                    NOT_FOUND,
                    VERDICT_NO,
                    ROLLED_BACK,
                    USAGE,
                    METHOD_NOT_ALLOWED,
                    BAD_DOCUMENT,
                    BUG,
                    NOT_ALLOWED,
                    READ_ONLY,
                    BAD_CONFIGURATION -> false;
        };
    }
}
