package io.agentctl.plane.audit;

import io.agentctl.control.audit.AuditEntry;
import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.audit.AuditLog;
import io.agentctl.plane.access.Decision;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.approval.Approval;
import io.agentctl.plane.identity.Caller;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what was decided and done. What may change something is written before it happens, and does not happen if
 * it cannot be written. That somebody was let look goes to the lines alone: live pages look every few seconds.
 */
public final class AuditTrail {

    private static final String NOBODY = "unknown";

    private final AuditLog kept;
    private final AuditLog lines;
    private final InstantSource clock;

    /**
     * Makes it.
     *
     * @param kept where entries are kept for good
     * @param lines where all of them go besides
     */
    public AuditTrail(AuditLog kept, AuditLog lines, InstantSource clock) {
        this.kept = AuditLog.toAll(List.of(kept, lines));
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * What a request asked for.
     *
     * @param caller who
     * @param origin from where
     * @param demand what of what
     * @param fingerprint of exactly what; where it matters
     * @param operation the control plane's operation, if there is one
     */
    public record Matter(
            Caller caller, Origin origin, Demand demand, Optional<String> fingerprint, Optional<String> operation) {}

    /** Somebody was let, or not. */
    public void decided(Matter matter, Decision decision) {
        AuditEntry entry =
                entry(matter, decision.allowed() ? AuditEvent.ALLOWED : AuditEvent.DENIED, decision.reason());
        boolean looks = matter.demand().deed() == Deed.LOOK && decision.allowed();
        (looks ? lines : kept).write(entry);
    }

    /** Somebody was let, once another agrees. */
    public void waits(Matter matter, Approval approval) {
        kept.write(entry(matter, AuditEvent.WAITING, approval + " is needed by " + approval.expiresAt()));
    }

    /** Somebody agreed to what another asked for, or refused it. */
    public void ruled(Approval approval, AuditEvent event, Origin origin) {
        Approval.Ruling ruling = approval.ruling().orElseThrow();
        kept.write(new AuditEntry(
                clock.instant(),
                ruling.by().name(),
                origin.from(),
                event,
                approval.demand().what(),
                approval.demand().resources(),
                Optional.of(approval.fingerprint()),
                "asked by " + approval.requester().name() + (ruling.comment().isBlank() ? "" : ": " + ruling.comment()),
                Optional.of(approval.id()),
                origin.requestId()));
    }

    /** What was let is over. */
    public void ended(String actor, String what, String operation, AuditEvent event, String how) {
        kept.write(new AuditEntry(
                clock.instant(), actor, "", event, what, List.of(), Optional.empty(), how, Optional.of(operation), ""));
    }

    /** Somebody did something that concerns only who may do what. */
    public void did(Caller caller, Origin origin, AuditEvent event, String what, String how) {
        kept.write(plain(caller.name(), origin, event, what, how));
    }

    /** A proof was not taken. Anybody can cause these, so they go to the lines alone. */
    public void refused(Origin origin, String what, String why) {
        lines.write(plain(NOBODY, origin, AuditEvent.REFUSED, what, why));
    }

    private AuditEntry plain(String actor, Origin origin, AuditEvent event, String what, String how) {
        return new AuditEntry(
                clock.instant(),
                actor,
                origin.from(),
                event,
                what,
                List.of(),
                Optional.empty(),
                how,
                Optional.empty(),
                origin.requestId());
    }

    private AuditEntry entry(Matter matter, AuditEvent event, String reason) {
        return new AuditEntry(
                clock.instant(),
                matter.caller().name(),
                matter.origin().from(),
                event,
                matter.demand().what(),
                matter.demand().resources(),
                matter.fingerprint(),
                reason,
                matter.operation(),
                matter.origin().requestId());
    }
}
