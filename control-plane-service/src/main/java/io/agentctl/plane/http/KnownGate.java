package io.agentctl.plane.http;

import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.access.AccessRules;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.admission.TeamAdmission;
import io.agentctl.plane.audit.AuditTrail;
import io.agentctl.plane.audit.AuditTrail.Matter;
import io.agentctl.plane.configuration.LimitsSection;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.identity.Role;
import io.agentctl.plane.identity.SignIn;
import io.agentctl.plane.run.Run;
import io.agentctl.plane.run.RunId;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Optional;

/** The gate of a control plane that a team shares: callers prove who they are, and grants say what they may. */
public final class KnownGate implements Gate {

    /** Buckets remembered; more callers than that share nothing but the work of remembering. */
    private static final int CALLERS = 10_000;

    /** What messages call that which belongs to no use case. */
    private static final String OWN = "the control plane";

    /** Behind one address there may be a whole office. */
    private static final int CALLERS_OF_AN_ADDRESS = 10;

    private final SignIn signIn;
    private final AccessRules rules;
    private final TeamAdmission admission;
    private final AuditTrail audit;
    private final RateLimits ofCallers;
    private final RateLimits ofAddresses;

    /** Makes it. */
    public KnownGate(Team team, LimitsSection limits) {
        this.signIn = team.signIn();
        this.rules = team.rules();
        this.admission = team.admission();
        this.audit = team.audit();
        this.ofCallers = new RateLimits(limits.rate(), limits.burst(), CALLERS, System::nanoTime);
        this.ofAddresses = new RateLimits(
                (double) limits.rate() * CALLERS_OF_AN_ADDRESS,
                (double) limits.burst() * CALLERS_OF_AN_ADDRESS,
                CALLERS,
                System::nanoTime);
    }

    /** A proof is good for one use, so that whoever asks twice of one request is told the same. */
    @Override
    public Caller caller(ServerRequest request) {
        Optional<Caller> known = request.context().get(Caller.class);
        if (known.isPresent()) {
            return known.get();
        }
        requireRoomToTry(request);
        Caller caller = proved(request);
        requireRoom(ofCallers.take(caller.name()));
        request.context().register(caller);
        return caller;
    }

    @Override
    public void requireRoomToTry(ServerRequest request) {
        requireRoom(ofAddresses.take(request.remotePeer().host()));
    }

    private Caller proved(ServerRequest request) {
        try {
            return signIn.caller(Proofs.of(request));
        } catch (AgentctlException refused) {
            audit.refused(Proofs.origin(request), request.path().rawPath(), refused.getMessage());
            throw refused;
        }
    }

    private static void requireRoom(Duration wait) {
        if (!wait.isZero()) {
            throw new AgentctlException(
                    ErrorCode.THROTTLED,
                    "too many requests at once",
                    "Try again in " + Math.max(1, wait.toSeconds() + 1) + " s.");
        }
    }

    @Override
    public Optional<String> admit(ServerRequest request, RunId id, Run.Asked asked, NamedUseCase<?, ?> useCase) {
        return admission.admit(caller(request), Proofs.origin(request), id, asked, useCase);
    }

    @Override
    public void requireRole(ServerRequest request, Role role, String what) {
        admission.requireRole(caller(request), Proofs.origin(request), Deed.of(role), what, OWN);
    }

    @Override
    public void require(ServerRequest request, Demand demand) {
        admission.require(
                new Matter(caller(request), Proofs.origin(request), demand, Optional.empty(), Optional.empty()));
    }

    @Override
    public boolean sees(ServerRequest request, Run run) {
        Caller caller = caller(request);
        return run.asked().caller().equals(caller.name())
                || demandToLook(run)
                        .map(demand -> rules.decide(caller, demand).allowed())
                        .orElse(false);
    }

    /** What another version asked for cannot be told here, and is shown to who asked alone. */
    private Optional<Demand> demandToLook(Run run) {
        try {
            return Optional.of(admission
                    .demand(Catalogue.named(run.asked().useCase()), run.asked())
                    .to(Deed.LOOK));
        } catch (AgentctlException ignored) {
            return Optional.empty();
        }
    }

    /** Whoever asked for a run may stop it, and whoever could have asked for it. */
    @Override
    public void requireControl(ServerRequest request, Run run) {
        Caller caller = caller(request);
        if (run.asked().caller().equals(caller.name())) {
            return;
        }
        Demand demand = admission
                .demand(Catalogue.named(run.asked().useCase()), run.asked())
                .to(Deed.CHANGE);
        admission.require(new Matter(
                caller,
                Proofs.origin(request),
                demand,
                Optional.empty(),
                Optional.of(run.id().value())));
    }
}
