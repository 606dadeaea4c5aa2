package io.agentctl.plane.http;

import io.agentctl.control.audit.AuditEvent;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.access.AccessRules;
import io.agentctl.plane.audit.AuditTrail;
import io.agentctl.plane.identity.Caller;
import io.agentctl.plane.identity.Role;
import io.agentctl.plane.identity.SessionCookie;
import io.agentctl.plane.identity.Sessions;
import io.agentctl.plane.identity.SignIn;
import io.agentctl.plane.identity.SignInCodes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** {@code /v1/session}: signing in, knowing who one is, signing out. */
final class SessionHandlers {

    private static final int OK = 200;

    private final Gate gate;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SignInCodes codes;
    private final SessionCookie cookie;
    private final AccessRules rules;
    private final AuditTrail audit;
    private final RequestBodies bodies;

    SessionHandlers(
            Gate gate,
            SignIn signIn,
            Sessions sessions,
            SignInCodes codes,
            SessionCookie cookie,
            AccessRules rules,
            AuditTrail audit,
            RequestBodies bodies) {
        this.gate = gate;
        this.signIn = signIn;
        this.sessions = sessions;
        this.codes = codes;
        this.cookie = cookie;
        this.rules = rules;
        this.audit = audit;
        this.bodies = bodies;
    }

    /**
     * How to stay signed in.
     *
     * @param cookie whether the secret is to be kept by a browser; else it is in the answer, for programs
     */
    record Wish(boolean cookie) {}

    /**
     * A code for a browser.
     *
     * @param until when it is no longer good; it is good once
     */
    record Code(String code, Instant until) {

        @Override
        public String toString() {
            return "Code[***, " + until + "]";
        }
    }

    /** A code that a browser shows. */
    record Shown(String code) {

        @Override
        public String toString() {
            return "Shown[***]";
        }
    }

    /**
     * Who is signed in.
     *
     * @param caller as journals and the audit log name them
     * @param roles all that they have anywhere
     * @param expiresAt when the session ends
     * @param secret for programs, once: shown as {@code Authorization: Session SECRET}
     * @param csrf for pages: shown with every change in the header {@code x-agentctl-csrf}
     */
    record View(
            String caller,
            Set<Role> roles,
            Optional<Instant> expiresAt,
            Optional<String> secret,
            Optional<String> csrf) {

        @Override
        public String toString() {
            return "View[" + caller + ", ***]";
        }
    }

    void open(ServerRequest request, ServerResponse response) {
        Caller caller = gate.caller(request);
        Wish wish = bodies.read(request, Wish.class);
        if (signIn.session(Proofs.of(request)).isPresent()) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "a session does not begin with another one",
                    "Sign in with an AWS identity or a token.");
        }
        Sessions.Opened opened = sessions.open(caller);
        signedIn(request, opened, "");
        if (wish.cookie()) {
            answerBrowser(response, opened);
        } else {
            answer(response, opened, Optional.of(opened.secret()), Optional.empty());
        }
    }

    /** Makes a code by which the same caller signs in with a browser. */
    void makeCode(ServerRequest request, ServerResponse response) {
        Caller caller = gate.caller(request);
        SignInCodes.Made made =
                codes.make(caller, signIn.session(Proofs.of(request)).map(sessions::find));
        Answers.record(response, OK, new Code(made.code(), made.until()));
    }

    /** What a page of this control plane asks for; a form of another site cannot send JSON. */
    void redeem(ServerRequest request, ServerResponse response) {
        gate.requireRoomToTry(request);
        try {
            SignInCodes.Redeemed redeemed =
                    codes.redeem(bodies.read(request, Shown.class).code());
            Sessions.Opened opened = sessions.open(redeemed.caller(), redeemed.until());
            signedIn(request, opened, ", by a link");
            answerBrowser(response, opened);
        } catch (AgentctlException refused) {
            audit.refused(Proofs.origin(request), request.path().rawPath(), refused.getMessage());
            throw refused;
        }
    }

    private void signedIn(ServerRequest request, Sessions.Opened opened, String how) {
        audit.did(
                opened.session().caller(),
                Proofs.origin(request),
                AuditEvent.SIGNED_IN,
                "session",
                "until " + opened.session().expiresAt() + how);
    }

    private void answerBrowser(ServerResponse response, Sessions.Opened opened) {
        Duration length =
                Duration.between(opened.session().since(), opened.session().expiresAt());
        response.header(HeaderNames.SET_COOKIE, cookie.set(opened.secret(), length));
        answer(response, opened, Optional.empty(), Optional.of(opened.crossSite()));
    }

    private void answer(
            ServerResponse response, Sessions.Opened opened, Optional<String> secret, Optional<String> crossSite) {
        Caller caller = opened.session().caller();
        Answers.record(
                response,
                OK,
                new View(
                        caller.name(),
                        rules.roles(caller),
                        Optional.of(opened.session().expiresAt()),
                        secret,
                        crossSite));
    }

    void show(ServerRequest request, ServerResponse response) {
        Caller caller = gate.caller(request);
        Optional<String> secret = signIn.session(Proofs.of(request));
        Answers.record(
                response,
                OK,
                new View(
                        caller.name(),
                        rules.roles(caller),
                        secret.map(text -> sessions.find(text).expiresAt()),
                        Optional.empty(),
                        secret.map(Sessions::crossSite)));
    }

    void close(ServerRequest request, ServerResponse response) {
        Caller caller = gate.caller(request);
        signIn.session(Proofs.of(request)).ifPresent(sessions::close);
        audit.did(caller, Proofs.origin(request), AuditEvent.SIGNED_OUT, "session", "");
        response.header(HeaderNames.SET_COOKIE, cookie.clear());
        Answers.record(
                response,
                OK,
                new View(caller.name(), rules.roles(caller), Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
