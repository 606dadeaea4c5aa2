package io.agentctl.sandbox.fault;

import java.util.Locale;

/** What can be made to go wrong with a call. */
public enum FaultKind {
    /** Refused for its rate, without effect; clients try again. */
    THROTTLE,
    /** Refused where calls come faster than AWS takes them of an account, without effect. */
    REQUEST_RATES,
    /** Failed inside the service (500), without effect. */
    SERVER_ERROR,
    /** Answered late. */
    LATENCY,
    /** It takes effect, then the connection closes without an answer. */
    LOST_RESPONSE,
    /** Refused for expired credentials. */
    EXPIRED_CREDENTIALS,
    /** Refused for want of permission. */
    ACCESS_DENIED;

    /** The kind as it is spelled in documents and on the command line, such as {@code lost-response}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a kind.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static FaultKind parse(String spelling) {
        return valueOf(spelling.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
