package io.agentctl.plane.identity;

import java.time.Instant;

/** What was used and must not be used again. */
public interface Nonces {

    /**
     * Notes that something is used.
     *
     * @param until after which it is of no use anyway, and may be forgotten
     * @return false if it was used before
     * @throws io.agentctl.control.error.AgentctlException THROTTLED if no more can be noted for now
     */
    boolean use(String nonce, Instant until);
}
