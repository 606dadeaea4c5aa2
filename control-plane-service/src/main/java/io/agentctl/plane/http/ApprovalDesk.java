package io.agentctl.plane.http;

import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.control.remote.RunState;
import io.agentctl.plane.access.AccessRules;
import io.agentctl.plane.access.Decision;
import io.agentctl.plane.approval.Approval;
import io.agentctl.plane.approval.ApprovalState;
import io.agentctl.plane.approval.Approvals;
import io.agentctl.plane.approval.Fingerprint;
import io.agentctl.plane.audit.AuditTrail;
import io.agentctl.plane.audit.Origin;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import io.agentctl.plane.run.Runs;
import java.util.List;
import java.util.Optional;

/**
 * Lets runs go on that waited for an approval, or ends them. A run goes on by a write on the condition that it still
 * waits, so that it goes on once, whoever finds that it may.
 */
public final class ApprovalDesk {

    private final Approvals approvals;
    private final AccessRules rules;
    private final Runs runs;
    private final AuditTrail audit;

    public ApprovalDesk(Approvals approvals, AccessRules rules, Runs runs, AuditTrail audit) {
        this.approvals = approvals;
        this.rules = rules;
        this.runs = runs;
        this.audit = audit;
    }

    /** Agrees, and has the run go on. */
    Approval approve(String id, Caller by, String comment, Origin origin) {
        Approval approved = approvals.approve(id, by, comment);
        audit.ruled(approved, AuditEvent.APPROVED, origin);
        settle(approved);
        return approvals.find(id).orElse(approved);
    }

    /** Refuses, and ends the run. */
    Approval reject(String id, Caller by, String comment, Origin origin) {
        Approval rejected = approvals.reject(id, by, comment);
        audit.ruled(rejected, AuditEvent.REJECTED, origin);
        settle(rejected);
        return rejected;
    }

    /** One as it stands now. */
    Approval find(String id) {
        return approvals
                .find(id)
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.NOT_FOUND, "there is no approval " + id, "It may be long over."));
    }

    List<Approval> newestFirst() {
        return approvals.newestFirst();
    }

    /**
     * Settles what is decided or has expired and is still waiting: after an instance was lost between the two, and when
     * time has passed. To be called every few seconds.
     */
    public void settleAll() {
        approvals.newestFirst().stream()
                .filter(approval -> approval.state() != ApprovalState.PENDING)
                .filter(approval -> approval.state() != ApprovalState.USED)
                .forEach(this::settle);
    }

    private void settle(Approval approval) {
        Optional<Run> waiting =
                runs.find(new RunId(approval.id())).filter(run -> run.standing().state() == RunState.WAITING);
        if (waiting.isEmpty()) {
            return;
        }
        try {
            settle(approval, waiting.get());
        } catch (AgentctlException elsewhere) {
            if (elsewhere.code() != ErrorCode.CONFLICT) {
                throw elsewhere;
            }
        }
    }

    private void settle(Approval approval, Run run) {
        switch (approval.state()) {
            case APPROVED -> goOn(approval, run);
            case REJECTED -> refuse(run, "was rejected by " + ruling(approval));
            case EXPIRED -> refuse(run, "was not approved in time");
            case PENDING, USED -> {
                // Nothing to settle: it waits, or goes on already.
            }
        }
    }

    /** Who asked may have lost the right meanwhile. */
    private void goOn(Approval approval, Run run) {
        NamedUseCase<?, ?> useCase = Catalogue.named(run.asked().useCase());
        Decision still = rules.decide(approval.requester(), approval.demand());
        if (!still.allowed()) {
            refuse(run, "is no longer allowed: " + still.reason());
            return;
        }
        String fingerprint = Fingerprint.of(useCase.name(), run.asked().request());
        approvals.requireGoodFor(approval.id(), fingerprint);
        runs.goOn(run, useCase);
        approvals.use(approval.id(), fingerprint);
    }

    private void refuse(Run run, String why) {
        runs.refuse(
                run,
                RunFailure.of(new AgentctlException(
                        ErrorCode.NOT_ALLOWED,
                        "what was asked for as " + run.id() + " " + why,
                        "Ask anew if it is still wanted.")));
    }

    private static String ruling(Approval approval) {
        return approval.ruling()
                .map(ruling -> ruling.by().name() + (ruling.comment().isBlank() ? "" : ": " + ruling.comment()))
                .orElse("somebody");
    }
}
