package io.agentctl.plane.admission;

import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.access.AccessRules;
import io.agentctl.plane.access.Decision;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.access.Demands;
import io.agentctl.plane.approval.Approval;
import io.agentctl.plane.approval.Approvals;
import io.agentctl.plane.approval.Fingerprint;
import io.agentctl.plane.audit.AuditTrail;
import io.agentctl.plane.audit.AuditTrail.Matter;
import io.agentctl.plane.audit.Origin;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import java.util.Optional;

/**
 * Lets begin what grants allow, once another person has agreed where rules want that.
 *
 * @param rules who may do what
 * @param demands what use cases demand
 * @param approvals changes that take two
 * @param audit where every decision about a change is written before it happens
 */
public record TeamAdmission(AccessRules rules, Demands demands, Approvals approvals, AuditTrail audit)
        implements Admission {

    @Override
    public Optional<String> admit(Caller caller, Origin origin, RunId id, Run.Asked asked, NamedUseCase<?, ?> useCase) {
        requireRole(caller, origin, Deed.of(useCase.access()), useCase.name(), useCase.capability());
        Demand demand = demand(useCase, asked);
        String fingerprint = Fingerprint.of(useCase.name(), asked.request());
        Matter matter = new Matter(caller, origin, demand, Optional.of(fingerprint), Optional.of(id.value()));
        require(matter);
        if (!approvals.needed(demand)) {
            return Optional.empty();
        }
        Approval approval = approvals.ask(id.value(), demand, fingerprint, caller);
        audit.waits(matter, approval);
        return Optional.of(approval + ", until " + approval.expiresAt());
    }

    /** What running a use case as it was asked for demands. */
    public Demand demand(NamedUseCase<?, ?> useCase, Run.Asked asked) {
        return demands.of(useCase, useCase.read(asked.request()));
    }

    /** Whoever has nowhere the role that something takes is told so before the request is looked into. */
    public void requireRole(Caller caller, Origin origin, Deed deed, String what, String capability) {
        if (rules.roles(caller).stream().noneMatch(role -> role.includes(deed.role()))) {
            require(new Matter(caller, origin, Demand.on(what, deed, capability), Optional.empty(), Optional.empty()));
        }
    }

    /**
     * Lets something happen.
     *
     * @throws AgentctlException NOT_ALLOWED if no grant allows it
     */
    public void require(Matter matter) {
        Decision decision = rules.decide(matter.caller(), matter.demand());
        audit.decided(matter, decision);
        if (!decision.allowed()) {
            throw new AgentctlException(
                    ErrorCode.NOT_ALLOWED, decision.reason(), "Ask an admin of this control plane for the role.");
        }
    }
}
