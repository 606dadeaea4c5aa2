package io.agentctl.control.remote;

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
     */
    Map<String, String> headers();
}
