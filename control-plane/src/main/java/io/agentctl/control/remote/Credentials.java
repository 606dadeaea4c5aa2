package io.agentctl.control.remote;

import java.io.IOException;
import java.util.Map;

/** How a caller shows who it is. */
@FunctionalInterface
public interface Credentials {

    /** Nobody in particular: for a control plane on this machine that asks nobody. */
    Credentials NONE = Map::of;

    /**
     * The headers of one request, made anew for each: what proves an identity is good for one request only.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_SIGNED_IN if there is nothing to show
     * @throws IOException if it takes a request to make them, and that does not arrive
     */
    Map<String, String> headers() throws IOException;

    /**
     * Hears that what was shown is not taken, as of a session that ended with the instance that remembered it.
     *
     * @return whether there will be something else to show
     */
    default boolean refused(Map<String, String> shown) {
        return false;
    }
}
