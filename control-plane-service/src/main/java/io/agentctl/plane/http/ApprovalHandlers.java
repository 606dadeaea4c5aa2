package io.agentctl.plane.http;

import io.agentctl.control.plan.ResourceId;
import io.agentctl.plane.access.AccessRules;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.approval.Approval;
import io.agentctl.plane.approval.ApprovalState;
import io.agentctl.plane.identity.Caller;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /v1/approvals}: what waits for a second person, and that person's word. */
final class ApprovalHandlers {

    private static final int OK = 200;

    private final Gate gate;
    private final ApprovalDesk desk;
    private final AccessRules rules;
    private final RequestBodies bodies;

    ApprovalHandlers(Gate gate, ApprovalDesk desk, AccessRules rules, RequestBodies bodies) {
        this.gate = gate;
        this.desk = desk;
        this.rules = rules;
        this.bodies = bodies;
    }

    /**
     * A decision.
     *
     * @param fingerprint of what the decider looked at; if it is not what waits, nothing is decided
     * @param comment why; may be empty
     */
    record Ruling(String fingerprint, String comment) {}

    /**
     * One that waits, or did; what exactly waits is the operation with the same id.
     *
     * @param mine whether the caller asked for it, or may be the same person
     */
    record View(
            String id,
            String useCase,
            List<ResourceId> resources,
            String fingerprint,
            String requester,
            Instant requestedAt,
            Instant expiresAt,
            ApprovalState state,
            boolean mine,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt,
            Optional<String> comment) {

        static View of(Approval approval, Caller caller) {
            return new View(
                    approval.id(),
                    approval.demand().what(),
                    approval.demand().resources(),
                    approval.fingerprint(),
                    approval.requester().name(),
                    approval.requestedAt(),
                    approval.expiresAt(),
                    approval.state(),
                    caller.maybeSamePerson(approval.requester()),
                    approval.ruling().map(ruling -> ruling.by().name()),
                    approval.ruling().map(Approval.Ruling::at),
                    approval.ruling().map(Approval.Ruling::comment));
        }
    }

    /** Those of the last month, the newest first. */
    record Views(List<View> approvals) {}

    void list(ServerRequest request, ServerResponse response) {
        Caller caller = gate.caller(request);
        Answers.record(
                response,
                OK,
                new Views(desk.newestFirst().stream()
                        .filter(approval -> sees(caller, approval))
                        .map(approval -> View.of(approval, caller))
                        .toList()));
    }

    /** Who asked, and whoever may look at what is to be changed. */
    private boolean sees(Caller caller, Approval approval) {
        return approval.requester().name().equals(caller.name())
                || rules.decide(caller, approval.demand().to(Deed.LOOK)).allowed();
    }

    void approve(ServerRequest request, ServerResponse response) {
        Ruled ruled = ruled(request);
        gate.require(request, ruled.approval().demand().to(Deed.APPROVE));
        answer(
                request,
                response,
                desk.approve(ruled.approval().id(), gate.caller(request), ruled.comment(), Proofs.origin(request)));
    }

    /** Who asked may take it back without being an approver. */
    void reject(ServerRequest request, ServerResponse response) {
        Ruled ruled = ruled(request);
        Caller caller = gate.caller(request);
        if (!ruled.approval().requester().name().equals(caller.name())) {
            gate.require(request, ruled.approval().demand().to(Deed.APPROVE));
        }
        answer(request, response, desk.reject(ruled.approval().id(), caller, ruled.comment(), Proofs.origin(request)));
    }

    private void answer(ServerRequest request, ServerResponse response, Approval approval) {
        Answers.record(response, OK, View.of(approval, gate.caller(request)));
    }

    private record Ruled(Approval approval, String comment) {}

    private Ruled ruled(ServerRequest request) {
        gate.caller(request);
        Ruling ruling = bodies.read(request, Ruling.class);
        Approval approval = desk.find(request.path().pathParameters().get("id"));
        approval.requireSame(ruling.fingerprint());
        return new Ruled(approval, ruling.comment());
    }
}
