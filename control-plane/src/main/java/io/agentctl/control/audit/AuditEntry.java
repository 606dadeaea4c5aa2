package io.agentctl.control.audit;

import io.agentctl.control.plan.ResourceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened. All texts are masked and of bounded length.
 *
 * @param at when, to the millisecond
 * @param actor who, as control planes name callers; {@code unknown} where a proof was not taken
 * @param from the address that the request came from; empty for what has no request of its own
 * @param event what happened
 * @param what the use case or route
 * @param resources what it is done to, as far as that is known
 * @param fingerprint of exactly what was asked, by which approvals are bound
 * @param reason why it was decided so, or how it ended
 * @param operation the control plane's operation that it belongs to
 * @param requestId names the request in the access log
 */
public record AuditEntry(
        Instant at,
        String actor,
        String from,
        AuditEvent event,
        String what,
        List<ResourceId> resources,
        Optional<String> fingerprint,
        String reason,
        Optional<String> operation,
        String requestId) {

    private static final int MOST_RESOURCES = 500;
    private static final int LONGEST = 2_000;

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        resources = List.copyOf(resources.subList(0, Math.min(resources.size(), MOST_RESOURCES)));
        actor = bounded(actor);
        from = bounded(from);
        what = bounded(what);
        reason = bounded(reason);
        requestId = bounded(requestId);
    }

    private static String bounded(String text) {
        String masked = Secrets.masked(text);
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }
}
