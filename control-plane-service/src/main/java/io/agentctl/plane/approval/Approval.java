package io.agentctl.plane.approval;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.identity.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * One change that waits for a second person, or did. A value: each step gives another one, or says why it cannot be.
 *
 * @param id that of the run that waits for it
 * @param demand what is to be done to what
 * @param fingerprint of exactly what was asked
 * @param requester who asked
 * @param requestedAt when
 * @param expiresAt when it ends, decided or not
 * @param state where it stands, as it was last written
 * @param ruling who decided, once somebody has
 */
public record Approval(
        String id,
        Demand demand,
        String fingerprint,
        Caller requester,
        Instant requestedAt,
        Instant expiresAt,
        ApprovalState state,
        Optional<Ruling> ruling) {

    /**
     * A decision.
     *
     * @param by who decided
     * @param at when
     * @param comment why; may be empty
     */
    public record Ruling(Caller by, Instant at, String comment) {}

    /** One that was just asked for. */
    public static Approval asked(
            String id, Demand demand, String fingerprint, Caller requester, Instant now, Instant expiresAt) {
        return new Approval(
                id, demand, fingerprint, requester, now, expiresAt, ApprovalState.PENDING, Optional.empty());
    }

    /** As it stands now: time ends what is not over. */
    public Approval at(Instant now) {
        return state.over() || now.isBefore(expiresAt) ? this : in(ApprovalState.EXPIRED, ruling);
    }

    /**
     * Agreed to.
     *
     * @throws AgentctlException NOT_ALLOWED for whoever asked; CONFLICT if it is decided or expired
     */
    public Approval approved(Ruling by) {
        requirePending(by);
        if (by.by().maybeSamePerson(requester)) {
            throw new AgentctlException(
                    ErrorCode.NOT_ALLOWED,
                    by.by().name() + " asked for " + this + ", or may be the same person as who did",
                    "Somebody else has to approve it.");
        }
        return in(ApprovalState.APPROVED, Optional.of(by));
    }

    /**
     * Refused; who asked may do that too.
     *
     * @throws AgentctlException CONFLICT if it is decided or expired
     */
    public Approval rejected(Ruling by) {
        requirePending(by);
        return in(ApprovalState.REJECTED, Optional.of(by));
    }

    /**
     * Carried out, which can be once.
     *
     * @param asked the fingerprint of what is about to be carried out
     * @throws AgentctlException NOT_ALLOWED if something else was agreed to; CONFLICT if it is not approved, or no more
     */
    public Approval used(String asked, Instant now) {
        Approval current = at(now);
        if (current.state != ApprovalState.APPROVED) {
            throw conflict(current.state);
        }
        if (!asked.equals(fingerprint)) {
            throw new AgentctlException(
                    ErrorCode.NOT_ALLOWED,
                    "what is to be carried out is not what was approved as " + this,
                    "Ask for approval of what is wanted now.");
        }
        return in(ApprovalState.USED, ruling);
    }

    /**
     * Holds against what somebody looked at before they decided.
     *
     * @throws AgentctlException CONFLICT if this is something else
     */
    public void requireSame(String seen) {
        if (!seen.equals(fingerprint)) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT, this + " is for something else than what you looked at", "Look at it again.");
        }
    }

    private void requirePending(Ruling by) {
        Approval current = at(by.at());
        if (current.state != ApprovalState.PENDING) {
            throw conflict(current.state);
        }
    }

    private AgentctlException conflict(ApprovalState found) {
        String how =
                switch (found) {
                    case PENDING -> "is not decided yet";
                    case APPROVED -> "is approved already";
                    case REJECTED -> "was rejected";
                    case EXPIRED -> "has expired";
                    case USED -> "was approved and carried out already";
                };
        return new AgentctlException(ErrorCode.CONFLICT, this + " " + how, "Ask anew for what is still wanted.");
    }

    private Approval in(ApprovalState next, Optional<Ruling> decided) {
        return new Approval(id, demand, fingerprint, requester, requestedAt, expiresAt, next, decided);
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return "approval " + id;
    }
}
