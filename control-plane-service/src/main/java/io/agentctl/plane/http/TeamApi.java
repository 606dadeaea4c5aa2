package io.agentctl.plane.http;

import io.agentctl.plane.http.Route.Admittance;
import io.agentctl.plane.http.Route.Shape;
import java.util.List;
import java.util.stream.Stream;

/** What is answered besides where callers prove who they are: its table of contents. */
final class TeamApi {

    private static final String APPROVAL = "/v1/approvals/{id}";

    private TeamApi() {}

    static List<Route> routes(Team team, Gate gate, ApprovalDesk desk, RequestBodies bodies) {
        return Stream.of(sessions(team, gate, bodies), decisions(team, gate, desk, bodies))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> sessions(Team team, Gate gate, RequestBodies bodies) {
        SessionHandlers sessions = new SessionHandlers(
                gate, team.signIn(), team.sessions(), team.codes(), team.cookie(), team.rules(), team.audit(), bodies);
        return List.of(
                Route.get(
                        "/v1/session",
                        Admittance.KNOWN,
                        "Who one is, and what one may.",
                        Shape.answering(SessionHandlers.View.class),
                        sessions::show),
                Route.post(
                        "/v1/session",
                        Admittance.KNOWN,
                        "Sign in: begin a session with an AWS identity or a token.",
                        Shape.answering(SessionHandlers.View.class).taking(SessionHandlers.Wish.class),
                        sessions::open),
                Route.post(
                        "/v1/session/code",
                        Admittance.KNOWN,
                        "Make a code that signs a browser in once, within a minute.",
                        Shape.answering(SessionHandlers.Code.class),
                        sessions::makeCode),
                Route.post(
                        "/v1/session/redeem",
                        Admittance.ANYBODY,
                        "Sign a browser in with such a code.",
                        Shape.answering(SessionHandlers.View.class).taking(SessionHandlers.Shown.class),
                        sessions::redeem),
                Route.post(
                        "/v1/session/end",
                        Admittance.KNOWN,
                        "Sign out: end the session.",
                        Shape.answering(SessionHandlers.View.class),
                        sessions::close));
    }

    private static List<Route> decisions(Team team, Gate gate, ApprovalDesk desk, RequestBodies bodies) {
        TokenHandlers tokens = new TokenHandlers(gate, team.tokens(), team.audit(), bodies);
        ApprovalHandlers approvals = new ApprovalHandlers(gate, desk, team.rules(), bodies);
        return List.of(
                Route.get(
                        "/v1/tokens",
                        Admittance.ADMIN,
                        "Tokens that were handed out.",
                        Shape.answering(TokenHandlers.Views.class),
                        tokens::list),
                Route.post(
                        "/v1/tokens",
                        Admittance.ADMIN,
                        "Make a token, which is told this once.",
                        Shape.answering(TokenHandlers.Made.class).taking(TokenHandlers.Wish.class),
                        tokens::make),
                Route.post(
                        "/v1/tokens/{id}/revoke",
                        Admittance.ADMIN,
                        "End a token and its sessions.",
                        Shape.answering(TokenHandlers.Views.class),
                        tokens::revoke),
                Route.get(
                        "/v1/approvals",
                        Admittance.VIEWER,
                        "What waits for a second person, and what was decided in the last month.",
                        Shape.answering(ApprovalHandlers.Views.class),
                        approvals::list),
                Route.post(
                        APPROVAL + "/approve",
                        Admittance.APPROVER,
                        "Agree to what another asked for, which is then carried out.",
                        Shape.answering(ApprovalHandlers.View.class).taking(ApprovalHandlers.Ruling.class),
                        approvals::approve),
                Route.post(
                        APPROVAL + "/reject",
                        Admittance.APPROVER_OR_ASKER,
                        "Refuse what another asked for, or take back what one asked for oneself.",
                        Shape.answering(ApprovalHandlers.View.class).taking(ApprovalHandlers.Ruling.class),
                        approvals::reject));
    }
}
