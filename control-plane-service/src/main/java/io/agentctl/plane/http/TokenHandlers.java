package io.agentctl.plane.http;

import io.agentctl.control.audit.AuditEvent;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.access.Demand;
import io.agentctl.plane.audit.AuditTrail;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.identity.Role;
import io.agentctl.plane.identity.Token;
import io.agentctl.plane.identity.TokenAdministration;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /v1/tokens}: made, listed and revoked by admins. */
final class TokenHandlers {

    private static final int OK = 200;
    private static final Demand DEMAND = Demand.on("tokens", Deed.ADMINISTER, "tokens");

    private final Gate gate;
    private final TokenAdministration tokens;
    private final AuditTrail audit;
    private final RequestBodies bodies;

    TokenHandlers(Gate gate, TokenAdministration tokens, AuditTrail audit, RequestBodies bodies) {
        this.gate = gate;
        this.tokens = tokens;
        this.audit = audit;
        this.bodies = bodies;
    }

    /**
     * A token to be made.
     *
     * @param name 1 to 64 lower-case letters, digits and hyphens
     * @param roles that it gives without limits; none if the configuration grants some to {@code token:NAME}
     * @param validFor at most 366 days
     */
    record Wish(String name, Set<Role> roles, Duration validFor) {}

    /** A token, without what proves it. */
    record View(String name, Set<Role> roles, Instant expiresAt, Optional<Instant> createdAt, String createdBy) {

        static View of(Token token) {
            return new View(token.name(), token.roles(), token.expiresAt(), token.createdAt(), token.createdBy());
        }
    }

    /** All of them. */
    record Views(List<View> tokens) {}

    /**
     * A token that was just made.
     *
     * @param token told once, and never again
     */
    record Made(String token, View made) {

        @Override
        public String toString() {
            return "Made[***, " + made + "]";
        }
    }

    void list(ServerRequest request, ServerResponse response) {
        gate.require(request, DEMAND);
        Answers.record(
                response, OK, new Views(tokens.list().stream().map(View::of).toList()));
    }

    void make(ServerRequest request, ServerResponse response) {
        gate.require(request, DEMAND);
        Caller by = gate.caller(request);
        Wish wish = bodies.read(request, Wish.class);
        TokenAdministration.Made made = tokens.make(wish.name(), wish.roles(), wish.validFor(), by);
        audit.did(
                by,
                Proofs.origin(request),
                AuditEvent.TOKEN_MADE,
                "token:" + wish.name(),
                "roles " + wish.roles() + ", until " + made.kept().expiresAt());
        Answers.record(response, OK, new Made(made.token(), View.of(made.kept())));
    }

    void revoke(ServerRequest request, ServerResponse response) {
        gate.require(request, DEMAND);
        Caller by = gate.caller(request);
        String name = request.path().pathParameters().get("id");
        tokens.revoke(name);
        audit.did(by, Proofs.origin(request), AuditEvent.TOKEN_REVOKED, "token:" + name, "");
        list(request, response);
    }
}
