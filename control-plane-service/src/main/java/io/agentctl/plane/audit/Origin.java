package io.agentctl.plane.audit;

/**
 * Where a request came from.
 *
 * @param from the address of who sent it: a proxy's, where there is one
 * @param requestId names it in the access log
 */
public record Origin(String from, String requestId) {

    /** What has no request of its own. */
    public static final Origin NONE = new Origin("", "");
}
